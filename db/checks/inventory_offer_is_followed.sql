-- The devices of an offer are open exactly while it is offered, and then they are of the school that offers them.
SELECT o.id, o.no, o.state, i.device_id FROM device_offer o JOIN device_offer_item i ON i.offer_id = o.id JOIN device d ON d.id = i.device_id
WHERE (o.state = 'OFFERED') <> (i.is_open IS NOT NULL) OR o.state = 'OFFERED' AND d.school_id <> o.school_id AND d.state <> 'RETIRED';
