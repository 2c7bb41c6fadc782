-- The key dates of the report to the federal government stood in the program; they are a rule of each programme, still to be
-- verified. Can be repeated.
INSERT INTO programme_rule (programme_id, kind, category, value, valid_from, source, verified)
SELECT g.id, 'REPORT_DAYS', 'ALL', '06-30,12-31', g.starts_on, 'Verwaltungsvereinbarung DigitalPakt 2.0, §§ 12 und 18', FALSE
FROM programme g
WHERE NOT EXISTS (SELECT 1 FROM programme_rule r WHERE r.programme_id = g.id AND r.kind = 'REPORT_DAYS');
