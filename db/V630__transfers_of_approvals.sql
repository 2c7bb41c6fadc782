-- Room procurement.request: the transfer that was made in the step of an approval. Repeatable from any point.
ALTER TABLE request ADD COLUMN IF NOT EXISTS transfer_id BIGINT NULL COMMENT 'transfer made for the approval: held until the second person, goes back with the decision';
ALTER TABLE request ADD CONSTRAINT request_transfer FOREIGN KEY IF NOT EXISTS (transfer_id) REFERENCES transfer (id);
