-- The cash discount of an invoice is the sum of its parts, each of which is booked with exactly its amount; only what is paid has one.
SELECT v.id, v.no, v.state, v.discount_cents, s.parts, s.booked, s.posted
FROM invoice v
LEFT JOIN (SELECT p.invoice_id, SUM(p.discount_cents) AS parts,
                  SUM((SELECT COALESCE(SUM(d.cents), 0) FROM invoice_discount d WHERE d.invoice_part_id = p.id)) AS booked,
                  SUM((SELECT COALESCE(SUM(q.amount_cents), 0) FROM invoice_discount d JOIN posting q ON q.kind = 'CORRECT'
                      AND (q.source = CONCAT('invoice_discount:', d.id) OR q.source LIKE CONCAT('invoice_discount:', d.id, ':p%'))
                      WHERE d.invoice_part_id = p.id)) AS posted
           FROM invoice_part p GROUP BY p.invoice_id) s ON s.invoice_id = v.id
WHERE v.discount_cents <> COALESCE(s.parts, 0) OR COALESCE(s.parts, 0) <> COALESCE(s.booked, 0) OR COALESCE(s.posted, 0) <> -COALESCE(s.booked, 0)
   OR v.discount_cents <> 0 AND v.state <> 'PAID';
