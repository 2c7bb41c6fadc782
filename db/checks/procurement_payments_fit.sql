-- A payment list is the sum of its items, each transfer of it is above zero, goes to one account and is returned whole; what is open in it is approved, what is paid by it is paid, and a list that has ended has nothing open.
SELECT l.id, l.no, l.state, l.total_cents AS cents, (SELECT COALESCE(SUM(i.amount_cents), 0) FROM payment_item i WHERE i.list_id = l.id) AS found FROM payment_list l
WHERE l.total_cents <> (SELECT COALESCE(SUM(i.amount_cents), 0) FROM payment_item i WHERE i.list_id = l.id)
UNION ALL
SELECT l.id, l.no, l.state, i.amount_cents, v.payable_cents FROM payment_item i JOIN payment_list l ON l.id = i.list_id JOIN invoice v ON v.id = i.invoice_id
WHERE (i.state = 'OPEN' AND (v.state <> 'APPROVED' OR l.state NOT IN ('DRAWN_UP', 'RELEASED'))) OR (i.state = 'PAID' AND v.state <> 'PAID')
  OR i.open_invoice_id <> i.invoice_id OR v.authority_id <> l.authority_id OR i.amount_cents + i.discount_cents <> CASE WHEN v.kind = 'CREDIT_NOTE' THEN -v.payable_cents ELSE v.payable_cents END OR (i.state = 'PAID') <> (i.paid_on IS NOT NULL)
UNION ALL
SELECT l.id, l.no, l.state, SUM(i.amount_cents), COUNT(DISTINCT i.iban) FROM payment_item i JOIN payment_list l ON l.id = i.list_id
GROUP BY l.id, l.no, l.state, COALESCE(i.transfer_no, i.line_no) HAVING SUM(i.amount_cents) <= 0 OR COUNT(DISTINCT i.iban) > 1
UNION ALL
SELECT l.id, l.no, l.state, SUM(i.amount_cents), i.transfer_no FROM payment_item i JOIN payment_list l ON l.id = i.list_id
WHERE i.transfer_no IS NOT NULL GROUP BY l.id, l.no, l.state, i.transfer_no
HAVING SUM(i.state = 'PAID') > 0 AND SUM(i.bounced) > 0;
