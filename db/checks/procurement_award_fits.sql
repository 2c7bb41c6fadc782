-- What an award file has chosen is an offer of its own at that amount; an order names only a decided file of its own authority.
SELECT f.id, f.state, b.id AS other FROM award_file f LEFT JOIN award_bid b ON b.id = f.chosen_bid_id
WHERE f.state IN ('PROPOSED', 'DECIDED') AND f.kind <> 'CALL_OFF' AND (b.id IS NULL OR b.award_id <> f.id OR b.state <> 'OFFERED' OR b.net_cents <> f.chosen_cents)
UNION ALL
SELECT f.id, f.state, o.id FROM purchase_order o JOIN award_file f ON f.id = o.award_id
WHERE o.state <> 'CANCELLED' AND (f.state <> 'DECIDED' OR f.authority_id <> o.authority_id);
