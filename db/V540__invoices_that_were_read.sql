-- Room procurement.invoice: the paper from which an electronic invoice was read, also a PDF that carries its XML. Repeatable from any point.
ALTER TABLE invoice ADD COLUMN IF NOT EXISTS read_from BIGINT NULL COMMENT 'paper from which it was read, null if it was typed';
ALTER TABLE invoice ADD CONSTRAINT invoice_read_from FOREIGN KEY IF NOT EXISTS (read_from) REFERENCES paper (id);
