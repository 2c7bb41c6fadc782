-- Who has seen an item of a stock-taking where and when: people who count without network come back at different times, and two may have seen one device in two rooms.
CREATE TABLE IF NOT EXISTS stocktake_sighting (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  item_id    BIGINT       NOT NULL,
  room_id    BIGINT       NULL COMMENT 'null: not said',
  seen_at    DATETIME(6)  NOT NULL COMMENT 'when it was scanned; for a phone without network before it arrived',
  seen_by_id BIGINT       NOT NULL,
  seen_by    VARCHAR(120) NOT NULL,
  arrived_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT stocktake_sighting_item FOREIGN KEY (item_id) REFERENCES stocktake_item (id),
  CONSTRAINT stocktake_sighting_room FOREIGN KEY (room_id) REFERENCES room (id),
  CONSTRAINT stocktake_sighting_user FOREIGN KEY (seen_by_id) REFERENCES app_user (id)
);

ALTER TABLE stocktake_item
  ADD COLUMN IF NOT EXISTS disputed BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'people have seen it in different rooms, and nobody has decided yet',
  ADD COLUMN IF NOT EXISTS decided_id BIGINT NULL COMMENT 'sightings up to this one were decided';
