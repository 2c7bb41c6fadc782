-- Devices whose end within a binding waits for a second person are found without reading the table. Repeatable.
ALTER TABLE device ADD INDEX IF NOT EXISTS device_by_end_asked (end_asked_on);
