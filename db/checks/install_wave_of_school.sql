-- What a wave has planned belongs to the school, the room and the kind of its ticket, and to the authority of the wave.
SELECT w.id FROM wave_ticket w JOIN ticket t ON t.id = w.ticket_id JOIN wave v ON v.id = w.wave_id JOIN wave_trade d ON d.id = w.trade_id
JOIN school s ON s.id = w.school_id JOIN building b ON b.id = w.building_id
WHERE t.school_id <> w.school_id OR s.authority_id <> v.authority_id OR d.wave_id <> w.wave_id OR b.school_id <> w.school_id;
