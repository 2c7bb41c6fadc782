-- Values of own fields are found by days and numbers from and to. Can be repeated from any point.
ALTER TABLE own_value ADD INDEX IF NOT EXISTS own_value_by_day (day_on, id), ADD INDEX IF NOT EXISTS own_value_by_number (number, id);
