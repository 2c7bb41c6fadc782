-- Rooms install.ticket and install.defect: work in several rooms, of which each is accepted for itself; a defect is in a room.
CREATE TABLE IF NOT EXISTS ticket_room (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  ticket_id   BIGINT       NOT NULL,
  room_id     BIGINT       NOT NULL,
  accepted_at DATETIME(6)  NULL COMMENT 'null: not accepted yet',
  accepted_by VARCHAR(120) NULL,
  defects     BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'accepted although something is to be put right there',
  PRIMARY KEY (id),
  CONSTRAINT ticket_room_once UNIQUE (ticket_id, room_id),
  CONSTRAINT ticket_room_accepted CHECK ((accepted_at IS NULL) = (accepted_by IS NULL) AND (accepted_at IS NOT NULL OR NOT defects)),
  CONSTRAINT ticket_room_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
  CONSTRAINT ticket_room_room FOREIGN KEY (room_id) REFERENCES room (id)
) COLLATE utf8mb4_uca1400_as_ci;
ALTER TABLE defect ADD COLUMN IF NOT EXISTS room_id BIGINT NULL COMMENT 'where it is, null if not said';
ALTER TABLE defect ADD CONSTRAINT defect_room FOREIGN KEY IF NOT EXISTS (room_id) REFERENCES room (id);
