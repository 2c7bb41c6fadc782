-- What the program says in a line of the history is kept as keys with values and told in the language of the reader; the words
-- of a person stay in note. Lines from before keep their sentence in note, unless its form is known: then it becomes facts. A
-- line that has facts is never touched again, so this can be repeated from any point.
ALTER TABLE history
  ADD COLUMN IF NOT EXISTS facts MEDIUMTEXT NULL COMMENT 'JSON: list of text keys with their values' AFTER to_state;

-- rooms and buildings
UPDATE history SET facts = JSON_ARRAY(JSON_OBJECT('key', 'said.room', 'values', JSON_ARRAY(SUBSTRING_INDEX(note, ' · ', 1),
    SUBSTRING(note, LOCATE(' · ', note) + 3)))), note = NULL
  WHERE facts IS NULL AND action = 'DeviceAction.PLACE' AND note LIKE '%_ · _%';
UPDATE history SET facts = JSON_ARRAY(JSON_OBJECT('key', 'said.room', 'values', JSON_ARRAY(SUBSTRING_INDEX(note, ' / ', 1),
    SUBSTRING(note, LOCATE(' / ', note) + 3)))), note = NULL
  WHERE facts IS NULL AND action = 'SchoolAction.ADD_ROOM' AND note LIKE '%_ / _%';
UPDATE history SET facts = JSON_ARRAY(JSON_OBJECT('key', 'said.building', 'values', JSON_ARRAY(note))), note = NULL
  WHERE facts IS NULL AND action = 'SchoolAction.ADD_BUILDING' AND note IS NOT NULL;

-- orders and receipts
UPDATE history SET facts = JSON_ARRAY(JSON_OBJECT('key', 'said.order', 'values', JSON_ARRAY(note))), note = NULL
  WHERE facts IS NULL AND note REGEXP '^V-[0-9]{4}-[0-9]+$' AND (action = 'DeviceAction.REGISTER' OR subject_type = 'Request'
    AND action IN ('OrderAction.PLACE', 'OrderAction.RECEIVE', 'RequestAction.ORDER', 'RequestAction.DELIVER', 'RequestAction.DROP'));
UPDATE history SET facts = JSON_ARRAY(JSON_OBJECT('key', 'said.receipt', 'values', JSON_ARRAY(SUBSTRING_INDEX(note, ' · ', 1),
    SUBSTRING(note, LOCATE(' · ', note) + 3)))), note = NULL
  WHERE facts IS NULL AND subject_type = 'PurchaseOrder' AND action IN ('OrderAction.RECEIVE', 'OrderAction.COMPLETE')
    AND note LIKE '%_ · _%';

-- amounts, which were written as in German: 1.234,50 EUR
UPDATE history SET facts = JSON_ARRAY(JSON_OBJECT('key', 'said.price', 'values', JSON_ARRAY(JSON_OBJECT('cents',
    CAST(REGEXP_REPLACE(note, '[^0-9]', '') AS UNSIGNED))))), note = NULL
  WHERE facts IS NULL AND action = 'CatalogueAction.CREATE' AND note REGEXP '^[0-9.]+,[0-9]{2} EUR$';
UPDATE history SET facts = JSON_ARRAY(JSON_OBJECT('key', 'said.price_changed', 'values', JSON_ARRAY(
    JSON_OBJECT('cents', CAST(REGEXP_REPLACE(SUBSTRING_INDEX(note, ' → ', -1), '[^0-9]', '') AS UNSIGNED)),
    JSON_OBJECT('cents', CAST(REGEXP_REPLACE(SUBSTRING_INDEX(note, ' → ', 1), '[^0-9]', '') AS UNSIGNED))))), note = NULL
  WHERE facts IS NULL AND action = 'CatalogueAction.CHANGE' AND note REGEXP '^[0-9.]+,[0-9]{2} EUR → [0-9.]+,[0-9]{2} EUR$';
UPDATE history SET facts = JSON_ARRAY(JSON_OBJECT('key', 'said.ceiling', 'values', JSON_ARRAY(JSON_OBJECT('cents',
    CAST(REGEXP_REPLACE(note, '[^0-9]', '') AS UNSIGNED))))), note = NULL
  WHERE facts IS NULL AND action = 'ProgrammeAction.SET_CEILING' AND note REGEXP '^[0-9.]+,[0-9]{2} EUR$';
UPDATE history SET facts = JSON_ARRAY(JSON_OBJECT('key', 'said.position_sum', 'values', JSON_ARRAY(
    CAST(REGEXP_REPLACE(note, '^Position ([0-9]+): .*$', '\\1') AS UNSIGNED),
    JSON_OBJECT('cents', CAST(REGEXP_REPLACE(SUBSTRING_INDEX(note, ': ', -1), '[^0-9]', '') AS UNSIGNED))))), note = NULL
  WHERE facts IS NULL AND action IN ('ApplicationAction.ADD_POSITION', 'ApplicationAction.CHANGE_POSITION', 'ApplicationAction.REMOVE_POSITION')
    AND note REGEXP '^Position [0-9]+: [0-9.]+,[0-9]{2} EUR$';

-- schools of an application
UPDATE history SET facts = JSON_ARRAY(JSON_OBJECT('key', 'said.school', 'values', JSON_ARRAY(note))), note = NULL
  WHERE facts IS NULL AND action IN ('ApplicationAction.ADD_ANNEX', 'ApplicationAction.REMOVE_ANNEX', 'ApplicationAction.RECEIVE_CONCEPT')
    AND note IS NOT NULL;

-- rules: kind, category and value, and the source that confirmed them
UPDATE history h
  JOIN (SELECT 'OWN_SHARE_BP' AS kind, 'Eigenanteil' AS word, 'basisPoints' AS form
    UNION ALL SELECT 'EARLIEST_START', 'frühester Beginn einer Maßnahme', 'day'
    UNION ALL SELECT 'END', 'spätestes Ende einer Maßnahme', 'day'
    UNION ALL SELECT 'CATEGORY_ALLOWED', 'Kategorie förderfähig', 'key'
    UNION ALL SELECT 'BINDING_YEARS', 'Zweckbindung in Jahren', 'years'
    UNION ALL SELECT 'BINDING_START', 'Beginn der Zweckbindung', 'key'
    UNION ALL SELECT 'BINDING_MODE', 'Ende der Zweckbindung', 'key'
    UNION ALL SELECT 'MOBILE_CAP_CENTS', 'Höchstbetrag mobile Endgeräte je allgemeinbildender Schule', 'cents'
    UNION ALL SELECT 'DIRECT_AWARD_LIMIT', 'Grenze für den Direktauftrag (netto)', 'cents'
    UNION ALL SELECT 'PRICE_TOLERANCE_BP', 'Preisabweichung ohne zweite Person', 'basisPoints') k
  LEFT JOIN (SELECT 'LAN' AS category, 'Verkabelung (LAN)' AS word
    UNION ALL SELECT 'WLAN', 'WLAN'
    UNION ALL SELECT 'LEARNING_INFRASTRUCTURE', 'digitale Lehr-Lern-Infrastruktur'
    UNION ALL SELECT 'DISPLAY', 'Anzeige- und Interaktionsgeräte'
    UNION ALL SELECT 'WORK_DEVICE', 'digitale Arbeitsgeräte'
    UNION ALL SELECT 'MOBILE_DEVICE', 'mobile Endgeräte'
    UNION ALL SELECT 'ADMINISTRATION', 'Administration und Support') c ON SUBSTRING_INDEX(h.note, ' = ', 1) = CONCAT(k.word, ', ', c.word)
  SET h.facts = CONCAT('[{"key":"', IF(c.category IS NULL, 'said.rule', 'said.rule_category'), '","values":[{"key":"RuleKind.', k.kind, '"},',
      IF(c.category IS NULL, '', CONCAT('{"key":"Category.', c.category, '"},')),
      CASE k.form WHEN 'key' THEN CONCAT('{"key":"funding.value.', REGEXP_SUBSTR(SUBSTRING_INDEX(h.note, ' = ', -1), '^[A-Z_]+'), '"}')
        WHEN 'day' THEN CONCAT('{"day":"', LEFT(SUBSTRING_INDEX(h.note, ' = ', -1), 10), '"}')
        WHEN 'years' THEN CONCAT('{"key":"funding.value.years","values":[', REGEXP_SUBSTR(SUBSTRING_INDEX(h.note, ' = ', -1), '^[0-9]+'), ']}')
        ELSE CONCAT('{"', k.form, '":', REGEXP_SUBSTR(SUBSTRING_INDEX(h.note, ' = ', -1), '^[0-9]+'), '}') END, ']}',
      IF(h.action = 'ProgrammeAction.CONFIRM_RULE' AND LOCATE(': ', h.note) > 0,
        CONCAT(',{"key":"said.source","values":[', JSON_QUOTE(SUBSTRING(h.note, LOCATE(': ', h.note) + 2)), ']}'), ''), ']'), h.note = NULL
  WHERE h.facts IS NULL AND h.action IN ('ProgrammeAction.ADD_RULE', 'ProgrammeAction.CONFIRM_RULE')
    AND h.note REGEXP '^[^=]+ = ([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]+|[A-Z_]+)(: .*)?$'
    AND (SUBSTRING_INDEX(h.note, ' = ', 1) = k.word OR c.category IS NOT NULL);

-- what an unverified rule would have refused at an order
UPDATE history SET facts = CONCAT('[{"key":"order.award_needed","values":[{"cents":',
    REGEXP_REPLACE(REGEXP_REPLACE(note, '^Die Bestellung kostet netto ([0-9.]+,[0-9]{2}) EUR.*$', '\\1'), '[^0-9]', ''), '},{"cents":',
    REGEXP_REPLACE(REGEXP_REPLACE(note, '^.* EUR\\. Über ([0-9.]+,[0-9]{2}) EUR netto .*$', '\\1'), '[^0-9]', ''),
    '}]},{"key":"funding.warns","values":[', JSON_QUOTE(REGEXP_REPLACE(note, '^.* Quelle: (.*)\\)$', '\\1')), ']}]'), note = NULL
  WHERE facts IS NULL AND action = 'OrderAction.PLACE'
    AND note REGEXP '^Die Bestellung kostet netto [0-9.]+,[0-9]{2} EUR\\. Über [0-9.]+,[0-9]{2} EUR netto .* Quelle: .*\\)$';

-- work and visits: a visit stood there as 23.11.2026 10:00–11:00, then who is on site and a note, which stay as they were
UPDATE history SET facts = JSON_ARRAY(JSON_OBJECT('key', 'said.measured', 'values', JSON_ARRAY(SUBSTRING_INDEX(note, ' · ', 1),
    SUBSTRING(note, LOCATE(' · ', note) + 3)))), note = NULL
  WHERE facts IS NULL AND action = 'TicketAction.MEASURE' AND note LIKE '%_ · _%';
UPDATE history SET facts = JSON_ARRAY(JSON_OBJECT('key', 'said.visit_from_to', 'values', JSON_ARRAY(
    JSON_OBJECT('day', CONCAT(SUBSTRING(note, 7, 4), '-', SUBSTRING(note, 4, 2), '-', SUBSTRING(note, 1, 2))), SUBSTRING(note, 12, 5),
    SUBSTRING(note, 18, 5)))), note = NULLIF(SUBSTRING(note, 26), '')
  WHERE facts IS NULL AND action = 'TicketAction.SCHEDULE'
    AND note REGEXP '^[0-9]{2}\\.[0-9]{2}\\.[0-9]{4} [0-9]{2}:[0-9]{2}–[0-9]{2}:[0-9]{2}( · .*)?$';

-- roles and tokens
UPDATE history h
  JOIN (SELECT 'SCHOOL_ADMIN' AS role, 'Schuladministration' AS word
    UNION ALL SELECT 'TECHNICIAN', 'Technik'
    UNION ALL SELECT 'FUNDING_OFFICER', 'Förderstelle'
    UNION ALL SELECT 'AUDITOR', 'Prüfung'
    UNION ALL SELECT 'ADMIN', 'Systemverwaltung') r ON r.word = h.note
  SET h.facts = JSON_ARRAY(JSON_OBJECT('key', CONCAT('Role.', r.role))), h.note = NULL
  WHERE h.facts IS NULL AND h.action IN ('UserAction.CREATE', 'UserAction.GRANT', 'UserAction.TAKE_ROLE');
UPDATE history SET facts = JSON_ARRAY(JSON_OBJECT('key', 'said.token', 'values', JSON_ARRAY(note))), note = NULL
  WHERE facts IS NULL AND action = 'UserAction.REVOKE_TOKEN' AND note IS NOT NULL;

-- what paid a device had the category in German in its name
UPDATE device SET funding_label = REGEXP_REPLACE(funding_label, ' · Position ([0-9]+) \\(.*\\)$', ' · Pos. \\1')
  WHERE funding_label LIKE '% · Position %';
