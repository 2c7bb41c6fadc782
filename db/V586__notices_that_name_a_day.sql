-- A sentence of a notice may name a day, written in the language of its reader. Repeatable.
ALTER TABLE notice ADD COLUMN IF NOT EXISTS day_on DATE NULL COMMENT 'a day that the sentence names';
