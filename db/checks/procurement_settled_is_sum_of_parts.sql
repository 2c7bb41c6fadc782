-- What an order line says is paid is what the parts of valid invoices pay, never more than has come and went back, and as many devices name such
-- a part; those whose money a credit note gave back do not count.
SELECT l.id, l.delivered, l.settled, COALESCE(p.pieces, 0) AS pieces, COALESCE(p.devices, 0) AS devices
FROM order_line l
LEFT JOIN (SELECT x.order_line_id, SUM(x.pieces) AS pieces, SUM((SELECT COUNT(*) FROM invoiced_device d
             LEFT JOIN goods_back g ON g.device_id = d.device_id AND g.credit_part_id IS NOT NULL
             WHERE d.invoice_part_id = x.id AND g.id IS NULL)) AS devices
           FROM invoice_part x JOIN invoice v ON v.id = x.invoice_id WHERE v.state IN ('APPROVED', 'PAID') GROUP BY x.order_line_id) p
  ON p.order_line_id = l.id
WHERE l.settled <> COALESCE(p.pieces, 0) OR l.settled > l.delivered + COALESCE((SELECT SUM(b.pieces) FROM goods_back b WHERE b.order_line_id = l.id), 0)
   OR COALESCE(p.devices, 0) > l.settled;
