-- The Leitweg-ID stands once, at the invoices: where none stands there, that of the letterhead in force is taken, of the German one first. What
-- a letterhead said stays in its versions and is printed no more. Can be repeated.
INSERT IGNORE INTO billing_address (authority_id, leitweg_id)
  SELECT v.authority_id, TRIM(v.leitweg_id) FROM letter_version v
  WHERE v.part = 'head' AND v.in_force AND TRIM(v.leitweg_id) <> '' ORDER BY v.authority_id, v.lang;
