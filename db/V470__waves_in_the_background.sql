-- A wave of many tickets is planned at once and its tickets are made in the background: until then a row of it has no ticket.
ALTER TABLE wave_ticket MODIFY COLUMN ticket_id BIGINT NULL COMMENT 'null: planned, and its ticket is to be made';
