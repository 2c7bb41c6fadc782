-- What was taken down is in no VLAN, and a device plays a part at its own school only. Can be repeated.
UPDATE network_port p JOIN network_unit u ON u.id = p.unit_id SET p.vlan_id = NULL WHERE u.live IS NULL AND p.vlan_id IS NOT NULL;
UPDATE network_unit u JOIN device d ON d.id = u.device_id SET u.device_id = NULL, u.model_id = NULL WHERE u.live AND d.school_id <> u.school_id;
