-- Postings say whether they move own money, as their budget does; own money is usable at least until the end of its household year.
SELECT p.id AS posting_id, p.own_money, b.kind, b.household_year, b.ends_on
FROM posting p JOIN budget b ON b.id = p.budget_id
WHERE p.own_money <> (b.kind = 'OWN_MONEY')
UNION ALL
SELECT NULL, NULL, b.kind, b.household_year, b.ends_on FROM budget b WHERE b.kind = 'OWN_MONEY' AND YEAR(b.ends_on) < b.household_year
