-- Documents of a finance system are numbered anew each household year. Can be repeated from any point.
ALTER TABLE finance_booking ADD COLUMN IF NOT EXISTS booked_year SMALLINT AS (YEAR(booked_on)) PERSISTENT;
ALTER TABLE finance_booking DROP INDEX IF EXISTS finance_booking_once,
  ADD CONSTRAINT finance_booking_once UNIQUE (authority_id, document_no, document_line, booked_year);
