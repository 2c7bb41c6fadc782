-- A large installation for the benchmark, made in sets by the database itself; BenchData sets @schools and @seed and runs one
-- statement after the other. Each school has 30 rooms, 60 requests in 12 orders, 200 devices and 100 tickets; ids are counted
-- from 1 so that each row can compute those of its relatives. What stands after "-- :" is said while it runs.

-- : authorities, people, schools and rooms
INSERT INTO installation (id, kind, decided_at) VALUES (1, 'DEMO', UTC_TIMESTAMP(6));
INSERT INTO authority (id, name) SELECT seq, CONCAT('Stadt ', LPAD(seq, GREATEST(2, LENGTH(seq)), '0')) FROM seq_1_to_20;
INSERT INTO app_user (id, login, name, password_hash, created_at) VALUES
  (1, 'foerderung', 'Frieda Förderung', @password, UTC_TIMESTAMP(6)), (2, 'schule', 'Sina Schule', @password, UTC_TIMESTAMP(6)),
  (3, 'revision', 'Rolf Revision', @password, UTC_TIMESTAMP(6)), (4, 'admin', 'Ada Admin', @password, UTC_TIMESTAMP(6)),
  (5, 'einkauf', 'Emil Einkauf', @password, UTC_TIMESTAMP(6));
INSERT INTO app_user (id, login, name, password_hash, created_at)
  SELECT 100 + seq, IF(seq = 1, 'technik', CONCAT('technik', seq)), CONCAT('Technik ', seq), @password, UTC_TIMESTAMP(6) FROM seq_1_to_20;
INSERT INTO school (id, authority_id, state_code, official_no, name, type, street, postcode, city, latitude, longitude, pupils)
  SELECT s.seq, 1 + (s.seq - 1) MOD 20, 'RP', CONCAT('9', LPAD(s.seq, GREATEST(5, LENGTH(s.seq)), '0')),
    CONCAT(ELT(1 + CRC32(CONCAT(@seed, 'a', s.seq)) MOD 8, 'Grundschule ', 'Gymnasium ', 'Realschule plus ', 'Gesamtschule ', 'Förderschule ',
      'Berufsschule ', 'Goethe-Schule ', 'Schule am Park '), ELT(1 + CRC32(CONCAT(@seed, 'b', s.seq)) MOD 10, 'Altstadt', 'Lay', 'Güls',
      'Metternich', 'Süd', 'Nord', 'Rübenach', 'Arenberg', 'Horchheim', 'Pfaffendorf'), ' ', s.seq),
    ELT(1 + CRC32(CONCAT(@seed, 'a', s.seq)) MOD 8, 'PRIMARY', 'GYMNASIUM', 'SECONDARY_PLUS', 'COMPREHENSIVE', 'SPECIAL', 'VOCATIONAL', 'GYMNASIUM', 'PRIMARY'),
    CONCAT('Schulstraße ', 1 + s.seq MOD 120), '56068', CONCAT('Stadt ', LPAD(1 + (s.seq - 1) MOD 20, 2, '0')),
    50 + (CRC32(CONCAT(@seed, 'c', s.seq)) MOD 10000) / 10000, 7 + (CRC32(CONCAT(@seed, 'd', s.seq)) MOD 10000) / 10000,
    150 + CRC32(CONCAT(@seed, 'e', s.seq)) MOD 1200
  FROM seq_1_to_100000 s WHERE s.seq <= @schools;
ALTER SEQUENCE school_seq RESTART WITH 200000;
INSERT INTO building (id, school_id, name) SELECT id, id, 'Hauptgebäude' FROM school;
INSERT INTO room (id, building_id, school_id, name, floor, kind)
  SELECT (s.id - 1) * 30 + r.seq, s.id, s.id, CONCAT(1 + (r.seq - 1) DIV 10, '.', LPAD(1 + (r.seq - 1) MOD 10, 2, '0')), (r.seq - 1) DIV 10,
    IF(r.seq MOD 10 = 0, 'COMPUTER_ROOM', IF(r.seq = 30, 'STAFF', 'CLASSROOM')) FROM school s, seq_1_to_30 r;
INSERT INTO role_assignment (user_id, role, authority_id, school_id) VALUES
  (1, 'FUNDING_OFFICER', 1, NULL), (2, 'SCHOOL_ADMIN', NULL, 1), (3, 'AUDITOR', NULL, NULL), (4, 'ADMIN', NULL, NULL), (5, 'FUNDING_OFFICER', NULL, NULL);
INSERT INTO role_assignment (user_id, role) SELECT id, 'TECHNICIAN' FROM app_user WHERE id > 100;

-- : programme, applications, budgets
INSERT INTO programme (id, code, name, starts_on, ends_on) VALUES (1, 'BENCH', 'DigitalPakt (Messung)', '2025-01-01', '2035-12-31');
INSERT INTO programme_rule (programme_id, kind, category, value, valid_from, source) VALUES
  (1, 'OWN_SHARE_BP', 'ALL', '1000', '2025-01-01', 'bench'), (1, 'EARLIEST_START', 'ALL', '2025-01-01', '2025-01-01', 'bench'),
  (1, 'END', 'ALL', '2035-12-31', '2025-01-01', 'bench'), (1, 'CATEGORY_ALLOWED', 'MOBILE_DEVICE', 'YES', '2025-01-01', 'bench'),
  (1, 'CATEGORY_ALLOWED', 'WLAN', 'YES', '2025-01-01', 'bench'), (1, 'BINDING_YEARS', 'ALL', '5', '2025-01-01', 'bench'),
  (1, 'BINDING_START', 'ALL', 'COMMISSIONING', '2025-01-01', 'bench'), (1, 'BINDING_MODE', 'ALL', 'EXACT_DATE', '2025-01-01', 'bench');
INSERT INTO programme_ceiling (programme_id, authority_id, ceiling_cents, source) SELECT 1, id, 100000000000000, 'bench' FROM authority;
INSERT INTO application (id, no, programme_id, authority_id, title, state, submitted_on, own_share_bp, decision_reference, decided_on, period_from, period_to, created_at)
  SELECT id, CONCAT('A-2025-', LPAD(id, GREATEST(4, LENGTH(id)), '0')), 1, id, CONCAT('Antrag ', name), 'APPROVED', '2025-02-01', 1000, CONCAT('Az. ', id), '2025-03-01',
    '2025-01-01', '2035-12-31', '2025-01-15 08:00:00' FROM authority;
INSERT INTO annex (id, application_id, school_id, concept_received_on) SELECT id, authority_id, id, '2025-02-01' FROM school;
INSERT INTO funding_position (id, annex_id, no, category, description, applied_cents, approved_cents)
  SELECT (s.id - 1) * 2 + c.seq, s.id, (s.id - 1) * 2 + c.seq, IF(c.seq = 1, 'MOBILE_DEVICE', 'WLAN'), IF(c.seq = 1, 'Tablets', 'Funknetz'), 2000000000, 2000000000
  FROM school s, seq_1_to_2 c;
INSERT INTO budget (id, position_id, application_id, programme_id, school_id, category, allotted_cents)
  SELECT p.id, p.id, x.application_id, 1, x.school_id, p.category, 2000000000 FROM funding_position p JOIN annex x ON x.id = p.annex_id;
UPDATE funding_position p JOIN budget b ON b.position_id = p.id SET p.budget_id = b.id;
INSERT INTO posting (id, budget_id, kind, amount_cents, source, actor_id, actor, at)
  SELECT id, id, 'ALLOT', 2000000000, CONCAT('position:', id), 1, 'Frieda Förderung', '2025-03-01 09:00:00' FROM budget;

-- : catalogue
INSERT INTO supplier (id, name, email) SELECT seq, CONCAT('Lieferant ', seq), CONCAT('bestellung', seq, '@example.org') FROM seq_1_to_8;
INSERT INTO device_model (id, maker, name, part_no, kind, needs_network)
  SELECT seq, ELT(1 + seq MOD 4, 'Apple', 'Samsung', 'Lancom', 'Aruba'), CONCAT(IF(seq <= 20, 'Tablet ', 'Access Point '), seq), CONCAT('PN-', LPAD(seq, GREATEST(4, LENGTH(seq)), '0')),
    IF(seq <= 20, 'TABLET', 'ACCESS_POINT'), seq > 20 FROM seq_1_to_40;
INSERT INTO catalogue_item (id, model_id, supplier_id, name, category, price_cents, vat_bp)
  SELECT id, id, 1 + (id - 1) MOD 20 MOD 8, CONCAT(maker, ' ', name), IF(id <= 20, 'MOBILE_DEVICE', 'WLAN'), IF(id <= 20, 42900, 59900) + id * 100, 1900 FROM device_model;

-- : requests
CREATE TEMPORARY TABLE wish (n BIGINT PRIMARY KEY, school_id BIGINT, place INT, grp BIGINT, model INT, day DATE, state VARCHAR(20), KEY (grp))
  SELECT n, school_id, place, grp, 1 + grp MOD 20 AS model, @today - INTERVAL 20 + CRC32(CONCAT(@seed, 'f', grp)) MOD 600 DAY AS day,
    CASE WHEN place < 50 THEN 'DELIVERED' WHEN place < 55 THEN 'ORDERED' ELSE ELT(place - 54, 'DRAFT', 'SUBMITTED', 'SUBMITTED', 'APPROVED', 'REJECTED') END AS state
  FROM (SELECT (s.id - 1) * 60 + w.seq AS n, s.id AS school_id, w.seq - 1 AS place, (s.id - 1) * 12 + (w.seq - 1) DIV 5 + 1 AS grp FROM school s, seq_1_to_60 w) x;
INSERT INTO request (id, no, school_id, title, reason, state, created_by, created_at, submitted_at)
  SELECT n, CONCAT('B-2026-', LPAD(n, GREATEST(4, LENGTH(n)), '0')), school_id, CONCAT('Tablets und Funknetz, Raum ', 1 + place MOD 30), 'Für den Unterricht', state, 2,
    TIMESTAMP(day, '08:00:00') - INTERVAL 20 DAY, IF(state = 'DRAFT', NULL, TIMESTAMP(day, '08:05:00') - INTERVAL 20 DAY) FROM wish;
INSERT INTO request_item (id, request_id, line_no, item_id, room_id, quantity, price_cents, category, budget_id, reservation_id)
  SELECT (w.n - 1) * 2 + l.seq, w.n, l.seq, i.id, (w.school_id - 1) * 30 + 1 + w.place MOD 30, 2, i.price_cents, i.category,
    IF(w.state IN ('DELIVERED', 'ORDERED', 'APPROVED'), (w.school_id - 1) * 2 + l.seq, NULL), NULL
  FROM wish w JOIN seq_1_to_2 l JOIN catalogue_item i ON i.id = w.model + IF(l.seq = 1, 0, 20);
INSERT INTO posting (id, budget_id, kind, amount_cents, source, actor_id, actor, at, note)
  SELECT @schools * 2 + i.id, i.budget_id, 'RESERVE', i.quantity * i.price_cents, CONCAT('request_item:', i.id), 1, 'Frieda Förderung',
    r.submitted_at + INTERVAL 2 DAY, r.no FROM request_item i JOIN request r ON r.id = i.request_id WHERE i.budget_id IS NOT NULL;
UPDATE request_item i JOIN request r ON r.id = i.request_id SET i.reservation_id = @schools * 2 + i.id WHERE r.state = 'APPROVED';
INSERT INTO request_payer (request_item_id, budget_id, amount_cents, reservation_id)
  SELECT id, budget_id, quantity * price_cents, reservation_id FROM request_item WHERE budget_id IS NOT NULL;

-- : orders, deliveries, invoices
INSERT INTO purchase_order (id, no, supplier_id, authority_id, state, award_reference, ordered_on, expected_on, created_at)
  SELECT g.grp, CONCAT('V-2026-', LPAD(g.grp, GREATEST(4, LENGTH(g.grp)), '0')), 1 + (g.model - 1) MOD 8, s.authority_id, IF(g.state = 'DELIVERED', 'DELIVERED', 'PLACED'), 'Rahmenvertrag',
    g.day - INTERVAL 15 DAY, g.day, TIMESTAMP(g.day, '09:00:00') - INTERVAL 15 DAY
  FROM (SELECT grp, MIN(model) AS model, MIN(day) AS day, MIN(state) AS state, MIN(school_id) AS school_id FROM wish WHERE state IN ('DELIVERED', 'ORDERED') GROUP BY grp) g
  JOIN school s ON s.id = g.school_id;
INSERT INTO posting (id, budget_id, kind, amount_cents, resolves_id, source, actor_id, actor, at)
  SELECT @schools * 122 + i.id, i.budget_id, 'COMMIT', i.quantity * i.price_cents, @schools * 2 + i.id, CONCAT('order_line:', i.id), 1, 'Frieda Förderung', o.created_at
  FROM wish w JOIN request_item i ON i.request_id = w.n JOIN purchase_order o ON o.id = w.grp WHERE w.state IN ('DELIVERED', 'ORDERED');
INSERT INTO order_line (id, order_id, line_no, request_item_id, item_id, school_id, room_id, quantity, delivered, price_cents, vat_bp, budget_id, commitment_id)
  SELECT i.id, w.grp, (w.place MOD 5) * 2 + i.line_no, i.id, i.item_id, w.school_id, i.room_id, 2, IF(w.state = 'DELIVERED', 2, 0), i.price_cents, 1900, i.budget_id,
    IF(w.state = 'DELIVERED', NULL, @schools * 122 + i.id)
  FROM wish w JOIN request_item i ON i.request_id = w.n WHERE w.state IN ('DELIVERED', 'ORDERED');
INSERT INTO order_payer (order_line_id, budget_id, amount_cents, open_cents, commitment_id)
  SELECT id, budget_id, quantity * price_cents, IF(commitment_id IS NULL, 0, quantity * price_cents), commitment_id FROM order_line;
INSERT INTO delivery (id, order_id, delivery_note_no, received_on, created_at)
  SELECT o.id, o.id, CONCAT('LS-', o.id), o.expected_on, TIMESTAMP(o.expected_on, '10:00:00') FROM purchase_order o WHERE o.state = 'DELIVERED';
INSERT INTO posting (id, budget_id, kind, amount_cents, resolves_id, source, actor_id, actor, at)
  SELECT @schools * 242 + l.id, l.budget_id, 'SPEND', l.quantity * l.price_cents, @schools * 122 + l.id, CONCAT('delivery_line:', l.id), 5, 'Emil Einkauf', d.created_at
  FROM order_line l JOIN delivery d ON d.order_id = l.order_id;
INSERT INTO delivery_line (id, delivery_id, order_line_id, quantity, price_cents)
  SELECT l.id, l.order_id, l.id, 2, l.price_cents FROM order_line l WHERE l.delivered = 2;
UPDATE order_line l JOIN purchase_order o ON o.id = l.order_id SET l.settled = l.delivered, l.expected_on = o.expected_on;
INSERT INTO invoice (id, supplier_id, authority_id, delivery_id, no, invoiced_on, supplied_on, state, net_cents, total_cents, payable_cents, created_at)
  SELECT d.id, o.supplier_id, o.authority_id, d.id, CONCAT('RE-', d.id), d.received_on, d.received_on, 'APPROVED',
    s.net, s.total, s.total, d.created_at
  FROM delivery d JOIN purchase_order o ON o.id = d.order_id
  JOIN (SELECT delivery_id, SUM(quantity * price_cents) AS total, SUM(ROUND(quantity * price_cents * 10000 / 11900)) AS net FROM delivery_line GROUP BY delivery_id) s ON s.delivery_id = d.id;
INSERT INTO invoice_line (invoice_id, line_no, kind, text, pieces, net_cents, vat_bp, order_line_id)
  SELECT x.delivery_id, l.line_no, 'GOODS', 'Artikel', x.quantity, ROUND(x.quantity * x.price_cents * 10000 / 11900), 1900, l.id
  FROM delivery_line x JOIN order_line l ON l.id = x.order_line_id;
INSERT INTO invoice_vat (invoice_id, vat_bp, net_cents, vat_cents) SELECT id, 1900, net_cents, total_cents - net_cents FROM invoice;
INSERT INTO invoice_part (id, invoice_id, order_line_id, pieces, gross_cents, spending_id, delivery_line_id)
  SELECT x.id, x.delivery_id, x.order_line_id, x.quantity, x.quantity * x.price_cents, @schools * 242 + x.order_line_id, x.id FROM delivery_line x;
UPDATE budget b JOIN (
    SELECT p.budget_id, SUM(IF(p.kind = 'RESERVE' AND q.id IS NULL, p.amount_cents, 0)) AS reserved, SUM(IF(p.kind = 'COMMIT' AND q.id IS NULL, p.amount_cents, 0)) AS committed,
      SUM(IF(p.kind = 'SPEND', p.amount_cents, 0)) AS spent
    FROM posting p LEFT JOIN posting q ON q.resolves_id = p.id GROUP BY p.budget_id) s ON s.budget_id = b.id
  SET b.reserved_cents = s.reserved, b.committed_cents = s.committed, b.spent_cents = s.spent;
INSERT INTO bound_by_day (application_id, bound_on, cents)
  SELECT b.application_id, DATE(p.at), SUM(p.amount_cents) - SUM(COALESCE(q.amount_cents, 0))
  FROM posting p JOIN budget b ON b.id = p.budget_id LEFT JOIN posting q ON q.id = p.resolves_id
  WHERE p.kind <> 'ALLOT' GROUP BY b.application_id, DATE(p.at);
INSERT INTO application_total (application_id, allotted_cents, reserved_cents, committed_cents, spent_cents)
  SELECT application_id, SUM(allotted_cents), SUM(reserved_cents), SUM(committed_cents), SUM(spent_cents) FROM budget GROUP BY application_id;
INSERT INTO school_use (programme_id, school_id, category, allotted_cents, reserved_cents, committed_cents, spent_cents)
  SELECT programme_id, school_id, category, SUM(allotted_cents), SUM(reserved_cents), SUM(committed_cents), SUM(spent_cents)
  FROM budget GROUP BY programme_id, school_id, category;

-- : devices
INSERT INTO device (id, inventory_no, serial, model_id, school_id, room_id, target_room_id, state, order_line_id, order_no, budget_id, funding_label, price_cents,
    delivered_on, in_service_on, binding_start, binding_years, binding_mode, binding_end_on)
  SELECT d.id, CONCAT('G-2026-', LPAD(d.id, GREATEST(6, LENGTH(d.id)), '0')), CONCAT(IF(d.line_no = 1, 'DMQ', 'LXC'), LPAD(CONV(d.id * 7919 + @seed MOD 7919, 10, 36), 9, '0')), d.item_id,
    d.school_id, IF(d.placed, d.room_id, NULL), d.room_id, IF(d.serves, 'IN_SERVICE', 'IN_STOCK'), d.line_id, d.order_no, d.budget_id,
    CONCAT('DigitalPakt (Messung) · A-2025-', LPAD(d.authority_id, 4, '0')), d.price_cents, d.day, IF(d.serves, d.day + INTERVAL 6 DAY, NULL), 'COMMISSIONING', 5,
    'EXACT_DATE', IF(d.serves, DATE_ADD(d.day + INTERVAL 6 DAY, INTERVAL 5 YEAR), NULL)
  FROM (SELECT (w.school_id - 1) * 200 + w.place * 4 + (i.line_no - 1) * 2 + p.seq AS id, w.school_id, i.line_no, i.item_id, i.room_id, i.id AS line_id, o.no AS order_no,
      o.authority_id, i.budget_id, i.price_cents, w.day,
      IF(i.line_no = 1, w.place < 48, w.place < 46) AS serves, IF(i.line_no = 1, w.place < 48, w.place < 47) AS placed
    FROM wish w JOIN request_item i ON i.request_id = w.n JOIN purchase_order o ON o.id = w.grp JOIN seq_1_to_2 p WHERE w.state = 'DELIVERED') d;
INSERT INTO device_identifier (device_id, kind, value, value_key, added_at, added_by)
  SELECT id, 'INVENTORY_NO', inventory_no, REPLACE(inventory_no, '-', ''), TIMESTAMP(delivered_on, '12:00:00'), 'Frieda Förderung' FROM device;
INSERT INTO device_identifier (device_id, kind, value, value_key, added_at, added_by)
  SELECT id, 'SERIAL', serial, serial, TIMESTAMP(delivered_on, '12:00:00'), 'Frieda Förderung' FROM device;
INSERT INTO device_payer (device_id, budget_id, amount_cents, label) SELECT id, budget_id, price_cents, funding_label FROM device;
INSERT INTO delivered_device (device_id, delivery_line_id) SELECT id, order_line_id FROM device;
INSERT INTO invoiced_device (device_id, invoice_part_id) SELECT id, order_line_id FROM device;
INSERT INTO placement (device_id, room_id, from_at, actor) SELECT id, room_id, TIMESTAMP(delivered_on, '12:00:00'), 'Technik 1' FROM device WHERE room_id IS NOT NULL;

ALTER SEQUENCE device_seq RESTART WITH 30000100;

-- : tickets
INSERT INTO ticket (id, no, school_id, kind_id, installed_id, waiting_reason, room_id, device_id, title, state, assignee_id, assignee, waiting_for, waits_at, due_on, opened_at, closed_at)
  SELECT t.id, CONCAT('T-2026-', LPAD(t.id, GREATEST(4, LENGTH(t.id)), '0')), t.school_id, (SELECT id FROM ticket_kind WHERE code = 'INSTALLATION' AND latest), t.device_id, IF(t.state = 'WAITING', 'SCHOOL', NULL), t.room_id, t.device_id, t.title, t.state, IF(t.state = 'OPEN', NULL, t.technician),
    IF(t.state = 'OPEN', NULL, CONCAT('Technik ', t.technician - 100)), IF(t.state = 'WAITING', 'Hausmeister', NULL), IF(t.state = 'WAITING', TIMESTAMP(t.day, '11:00:00'), NULL), t.day + INTERVAL 14 DAY, TIMESTAMP(t.day, '10:00:00'),
    IF(t.state = 'CLOSED', TIMESTAMP(t.day, '15:00:00') + INTERVAL 7 DAY, NULL)
  FROM (SELECT d.school_id * 100 - 99 + p.place AS id, d.school_id, d.target_room_id AS room_id, d.id AS device_id, CONCAT('Access Point ', d.serial) AS title, d.delivered_on AS day,
      101 + d.school_id MOD 20 AS technician,
      CASE WHEN p.place < 90 THEN 'CLOSED' WHEN p.place < 92 THEN 'ACCEPTED' WHEN p.place < 94 THEN 'MEASURED'
        ELSE ELT(p.place - 93, 'OPEN', 'OPEN', 'PLANNED', 'SCHEDULED', 'IN_WORK', 'WAITING') END AS state
    FROM device d JOIN (SELECT id, ((id - 1) MOD 200) DIV 4 * 2 + (id - 1) MOD 4 - 2 AS place FROM device WHERE (id - 1) MOD 4 >= 2) p ON p.id = d.id) t;
INSERT INTO ticket_device (ticket_id, device_id) SELECT id, device_id FROM ticket;
INSERT INTO visit (ticket_id, starts_at, minutes, contact)
  SELECT id, CASE state WHEN 'SCHEDULED' THEN TIMESTAMP(@today, '07:00:00') + INTERVAL school_id DIV 20 HOUR WHEN 'IN_WORK' THEN TIMESTAMP(@today, '05:00:00') - INTERVAL school_id DIV 20 HOUR
      ELSE opened_at + INTERVAL 6 DAY END, 60, 'Hausmeister bis 13 Uhr'
  FROM ticket WHERE state IN ('SCHEDULED', 'IN_WORK', 'CLOSED', 'ACCEPTED', 'MEASURED');
INSERT INTO measurement (ticket_id, socket, switch_port, cable_class, length_m, signal_dbm, passed, actor, measured_at)
  SELECT id, CONCAT('D', id MOD 48), CONCAT('EV1-SW1 / ', id MOD 48), 'EA', 42.0, -55, TRUE, 'Technik', opened_at + INTERVAL 6 DAY FROM ticket WHERE state IN ('CLOSED', 'ACCEPTED', 'MEASURED');

-- : histories and messages
INSERT INTO history (subject_type, subject_id, action, from_state, to_state, actor_id, actor_name, at)
  SELECT 'Request', r.id, CONCAT('RequestAction.', h.action), h.source, h.target, 1, 'Frieda Förderung', r.created_at + INTERVAL h.step DAY
  FROM request r JOIN (SELECT 0 AS step, 'CREATE' AS action, NULL AS source, NULL AS target UNION ALL SELECT 1, 'SUBMIT', 'RequestState.DRAFT', 'RequestState.SUBMITTED'
    UNION ALL SELECT 3, 'APPROVE', 'RequestState.SUBMITTED', 'RequestState.APPROVED' UNION ALL SELECT 5, 'ORDER', 'RequestState.APPROVED', 'RequestState.ORDERED'
    UNION ALL SELECT 20, 'DELIVER', 'RequestState.ORDERED', 'RequestState.DELIVERED') h WHERE r.state = 'DELIVERED' OR h.step <= 1;
INSERT INTO history (subject_type, subject_id, action, from_state, to_state, actor_id, actor_name, at)
  SELECT 'Device', d.id, CONCAT('DeviceAction.', h.action), h.source, h.target, 2, 'Sina Schule', TIMESTAMP(d.delivered_on, '10:00:00') + INTERVAL h.step DAY
  FROM device d JOIN (SELECT 0 AS step, 'REGISTER' AS action, NULL AS source, NULL AS target UNION ALL SELECT 1, 'PLACE', 'DeviceState.IN_STOCK', 'DeviceState.IN_STOCK'
    UNION ALL SELECT 6, 'SERVE', 'DeviceState.IN_STOCK', 'DeviceState.IN_SERVICE') h WHERE d.state = 'IN_SERVICE' OR h.step = 0;
INSERT INTO history (subject_type, subject_id, action, from_state, to_state, actor_id, actor_name, at)
  SELECT 'Ticket', t.id, CONCAT('TicketAction.', h.action), h.source, h.target, t.assignee_id, COALESCE(t.assignee, 'Schulpakt'), t.opened_at + INTERVAL h.step DAY
  FROM ticket t JOIN (SELECT 0 AS step, 'OPEN' AS action, NULL AS source, NULL AS target UNION ALL SELECT 1, 'TAKE', 'TicketState.OPEN', 'TicketState.PLANNED'
    UNION ALL SELECT 2, 'SCHEDULE', 'TicketState.PLANNED', 'TicketState.SCHEDULED' UNION ALL SELECT 5, 'START', 'TicketState.SCHEDULED', 'TicketState.IN_WORK'
    UNION ALL SELECT 6, 'MEASURE', 'TicketState.IN_WORK', 'TicketState.MEASURED' UNION ALL SELECT 7, 'ACCEPT', 'TicketState.MEASURED', 'TicketState.ACCEPTED'
    UNION ALL SELECT 8, 'CLOSE', 'TicketState.ACCEPTED', 'TicketState.CLOSED') h WHERE t.state = 'CLOSED' OR h.step = 0;
INSERT INTO notice (user_id, kind, topic, reason, school_id, subject_type, subject_id, subject_no, told_at, read_at)
  SELECT a.user_id, 'message.request_approved', 'requests', 'ROLE', r.school_id, 'Request', r.id, r.no, r.submitted_at, r.submitted_at
  FROM request r JOIN role_assignment a ON a.role = 'SCHOOL_ADMIN' AND a.school_id = r.school_id WHERE r.state IN ('DELIVERED', 'ORDERED', 'APPROVED');
INSERT INTO counter (name, year, value) SELECT c.name, YEAR(@today), c.value FROM (SELECT 'B' AS name, MAX(id) AS value FROM request UNION ALL SELECT 'V', MAX(id) FROM purchase_order
  UNION ALL SELECT 'G', MAX(id) FROM device UNION ALL SELECT 'T', MAX(id) FROM ticket UNION ALL SELECT 'A', MAX(id) FROM application) c;
DROP TEMPORARY TABLE wish;
ANALYZE TABLE school, room, device, placement, ticket, visit, measurement, request, request_item, request_payer, purchase_order, order_line, order_payer, device_payer, delivery, delivery_line, posting, budget, history, notice;
