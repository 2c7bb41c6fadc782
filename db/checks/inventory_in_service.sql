-- A device in service has a room and the day on which it was put into service.
SELECT id, inventory_no, room_id, in_service_on FROM device
WHERE state = 'IN_SERVICE' AND (in_service_on IS NULL OR room_id IS NULL);
