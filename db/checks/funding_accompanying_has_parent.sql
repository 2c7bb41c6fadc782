-- What accompanies a position accompanies one of the same school in the same application that accompanies none itself.
SELECT c.id, c.no FROM funding_position c JOIN funding_position p ON p.id = c.parent_id WHERE p.annex_id <> c.annex_id OR p.parent_id IS NOT NULL OR p.accompanying OR p.id = c.id
