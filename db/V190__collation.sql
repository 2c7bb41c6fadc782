-- Text compares as people mean it, on every server alike: Müller is not Muller, 08B02 is 08b02. Every table gets the collation
-- by which accents count and case does not, and tables that come later get it from the database. Can be repeated: only
-- what has another collation is converted.
ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_as_ci;

SET foreign_key_checks = 0;

DELIMITER //
BEGIN NOT ATOMIC
  FOR wrong IN (SELECT t.table_name AS name FROM information_schema.tables t
      WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND t.table_name <> 'flyway_schema_history'
        AND (t.table_collation <> 'utf8mb4_uca1400_as_ci' OR EXISTS (SELECT 1 FROM information_schema.columns c
          WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name AND c.collation_name <> 'utf8mb4_uca1400_as_ci')))
  DO
    EXECUTE IMMEDIATE CONCAT('ALTER TABLE `', wrong.name, '` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_as_ci');
  END FOR;
END//
DELIMITER ;

SET foreign_key_checks = 1;
