-- A posting resolves only what is of the same budget, older, and of the right kind: COMMIT a RESERVE, SPEND a COMMIT, RELEASE either, in full.
SELECT p.id, p.kind, p.budget_id, o.id AS resolved, o.kind AS resolved_kind, o.budget_id AS resolved_budget
FROM posting p JOIN posting o ON o.id = p.resolves_id
WHERE p.budget_id <> o.budget_id OR p.id <= o.id
   OR NOT (p.kind = 'COMMIT' AND o.kind = 'RESERVE' OR p.kind = 'SPEND' AND o.kind = 'COMMIT'
           OR p.kind = 'RELEASE' AND o.kind IN ('RESERVE', 'COMMIT') AND p.amount_cents = o.amount_cents)
UNION ALL
SELECT p.id, p.kind, p.budget_id, NULL, NULL, NULL
FROM posting p WHERE p.kind IN ('SPEND', 'RELEASE') AND p.resolves_id IS NULL
   OR p.kind IN ('ALLOT', 'TRANSFER', 'RESERVE', 'CORRECT') AND p.resolves_id IS NOT NULL
