-- An import keeps an answer for each field of each row that differs from what is there. Repeatable.
ALTER TABLE import_job MODIFY settings MEDIUMTEXT NULL;
