-- Every delivery has one invoice, its total is the sum of its lines, and each line has spent exactly its amount.
SELECT d.id, v.no, v.total_cents, s.total, s.unspent
FROM delivery d
LEFT JOIN invoice v ON v.delivery_id = d.id
LEFT JOIN (SELECT x.delivery_id, SUM(x.quantity * x.price_cents) AS total,
                  SUM(p.id IS NULL OR p.kind <> 'SPEND' OR p.amount_cents <> x.quantity * x.price_cents) AS unspent
           FROM delivery_line x LEFT JOIN posting p ON p.id = x.spending_id GROUP BY x.delivery_id) s ON s.delivery_id = d.id
WHERE v.id IS NULL OR s.total IS NULL OR v.total_cents <> s.total OR s.unspent <> 0;
