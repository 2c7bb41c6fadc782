-- Why an import failed and what the security log says beside its kind are kept as keys with values too.
ALTER TABLE import_job MODIFY COLUMN IF EXISTS message VARCHAR(4000) NULL COMMENT 'JSON: list of one text key with its values';
ALTER TABLE security_event MODIFY COLUMN IF EXISTS detail VARCHAR(2000) NULL COMMENT 'JSON: list of text keys with their values';

-- a code, then its values, each on a line
UPDATE import_job SET message = IF(LOCATE('\n', message) = 0, JSON_ARRAY(JSON_OBJECT('key', message)),
    CONCAT('[{"key":', JSON_QUOTE(SUBSTRING_INDEX(message, '\n', 1)), ',"values":[',
      REPLACE(JSON_QUOTE(SUBSTRING(message, LOCATE('\n', message) + 1)), '\\n', '","'), ']}]'))
  WHERE message IS NOT NULL AND message NOT LIKE '[{%';

-- a role and where it holds, by the name of today
UPDATE security_event e
  LEFT JOIN authority a ON e.detail REGEXP ' authority [0-9]+$' AND a.id = REGEXP_SUBSTR(e.detail, '[0-9]+$')
  LEFT JOIN school s ON e.detail REGEXP ' school [0-9]+$' AND s.id = REGEXP_SUBSTR(e.detail, '[0-9]+$')
  SET e.detail = CONCAT('[{"key":"said.role","values":[{"key":"Role.', SUBSTRING_INDEX(e.detail, ' ', 1), '"},',
    CASE WHEN e.detail LIKE '% %' THEN JSON_QUOTE(COALESCE(a.name, s.name, '')) ELSE '{"key":"users.everywhere"}' END, ']}]')
  WHERE e.kind IN ('ROLE_GRANTED', 'ROLE_TAKEN', 'ACCOUNT_MADE') AND e.detail REGEXP '^[A-Z_]+( (authority|school) [0-9]+)?$';
UPDATE security_event SET detail = JSON_ARRAY(JSON_OBJECT('key', 'said.token', 'values', JSON_ARRAY(SUBSTRING(detail, LOCATE(' ', detail) + 1))))
  WHERE kind IN ('TOKEN_MADE', 'TOKEN_REVOKED') AND detail REGEXP '^[0-9]+ ';
UPDATE security_event SET detail = CONCAT('[{"key":"said.roles","values":[[', REGEXP_REPLACE(REGEXP_REPLACE(detail, '[^A-Z_,]', ''),
    '([A-Z_]+)', '{"key":"Role.\\1"}'), ']]}]')
  WHERE kind = 'FACTOR_DEMANDED' AND detail REGEXP '^\\[[A-Z_, ]*\\]$';
UPDATE security_event SET detail = CONCAT('[{"key":"said.codes_left","values":[', detail, ']}]')
  WHERE kind = 'RECOVERY_CODE_USED' AND detail REGEXP '^[0-9]+$';
UPDATE security_event SET detail = CONCAT('[', IF(detail LIKE '+%', CONCAT('{"key":"said.left_out","values":[', REGEXP_SUBSTR(detail, '[0-9]+'), ']}'), ''),
    IF(detail LIKE '+% %', ',', ''), IF(detail LIKE '%deactivated', '{"key":"said.deactivated"}', IF(detail LIKE '%code', '{"key":"said.code"}', '')), ']')
  WHERE detail REGEXP '^(\\+[0-9]+)?( ?(deactivated|code))?$' AND detail <> '';
