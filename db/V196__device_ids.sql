-- The ids of devices come from a sequence, a hundred at a time: then a delivery of hundreds of devices is written in batches.
-- Can be repeated.
SET @first = (SELECT COALESCE(MAX(id), 0) + 100 FROM device);
SET @statement = CONCAT('CREATE SEQUENCE IF NOT EXISTS device_seq START WITH ', @first, ' INCREMENT BY 100 NOCACHE');
EXECUTE IMMEDIATE @statement;
