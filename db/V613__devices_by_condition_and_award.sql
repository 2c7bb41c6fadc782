-- The list of devices by condition and by how a device came to its award. Repeatable.
ALTER TABLE device ADD INDEX IF NOT EXISTS device_by_wear (wear), ADD INDEX IF NOT EXISTS device_by_award_how (award_how);
