-- A service is paid and never becomes a device.
SELECT d.id, d.inventory_no FROM device d JOIN device_model m ON m.id = d.model_id WHERE m.kind = 'SERVICE';
