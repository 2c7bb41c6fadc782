-- Room install.ticket: of which tickets a ticket is a part, through all of them: a part can have parts of its own. What a cancelled part took counts with
-- the nearest of these that is not cancelled.
CREATE TABLE IF NOT EXISTS part_of (
  id       BIGINT NOT NULL AUTO_INCREMENT,
  part_id  BIGINT NOT NULL,
  whole_id BIGINT NOT NULL,
  depth    INT    NOT NULL COMMENT '1: split from it; 2: from one of its parts',
  PRIMARY KEY (id),
  CONSTRAINT part_of_once UNIQUE (part_id, whole_id),
  CONSTRAINT part_of_part FOREIGN KEY (part_id) REFERENCES ticket (id),
  CONSTRAINT part_of_whole FOREIGN KEY (whole_id) REFERENCES ticket (id),
  CONSTRAINT part_of_depth CHECK (depth >= 1)
) COLLATE utf8mb4_uca1400_as_ci;
INSERT INTO part_of (part_id, whole_id, depth)
WITH RECURSIVE line (part_id, whole_id, depth) AS (
  SELECT l.ticket_id, l.other_id, 1 FROM ticket_link l WHERE l.kind = 'PART'
  UNION ALL
  SELECT i.part_id, l.other_id, i.depth + 1 FROM line i JOIN ticket_link l ON l.ticket_id = i.whole_id AND l.kind = 'PART'
)
SELECT i.part_id, i.whole_id, MIN(i.depth) FROM line i
WHERE NOT EXISTS (SELECT 1 FROM part_of p WHERE p.part_id = i.part_id AND p.whole_id = i.whole_id)
GROUP BY i.part_id, i.whole_id;
