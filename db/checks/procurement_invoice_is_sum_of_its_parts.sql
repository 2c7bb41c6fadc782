-- What is payable of an approved invoice is the sum of its parts, and each part has been posted with exactly its amount.
SELECT v.id, v.no, v.payable_cents, s.total, s.unposted
FROM invoice v
LEFT JOIN (SELECT x.invoice_id, SUM(x.gross_cents) AS total,
                  -- of several payers each has a posting of its own
                  SUM((x.gross_cents <> COALESCE(p.amount_cents, 0) OR p.kind NOT IN ('SPEND', 'CORRECT'))
                      AND x.gross_cents <> COALESCE((SELECT SUM(q.amount_cents) FROM posting q WHERE q.kind IN ('SPEND', 'CORRECT')
                          AND (q.source = p.source OR q.source LIKE CONCAT(p.source, ':p%'))), 0)) AS unposted
           FROM invoice_part x LEFT JOIN posting p ON p.id = x.spending_id GROUP BY x.invoice_id) s ON s.invoice_id = v.id
WHERE v.state IN ('APPROVED', 'PAID')
  AND (s.total IS NULL OR s.total <> IF(v.kind = 'CREDIT_NOTE', -v.payable_cents, v.payable_cents) OR s.unposted <> 0)
UNION ALL
SELECT v.id, v.no, v.net_cents, n.net, t.total
FROM invoice v
LEFT JOIN (SELECT invoice_id, SUM(net_cents) AS net FROM invoice_line GROUP BY invoice_id) n ON n.invoice_id = v.id
LEFT JOIN (SELECT invoice_id, SUM(net_cents + vat_cents) AS total FROM invoice_vat GROUP BY invoice_id) t ON t.invoice_id = v.id
WHERE n.net IS NULL OR n.net <> v.net_cents OR t.total <> v.total_cents;
