-- Files are found by the words of their names. Repeatable.
ALTER TABLE paper ADD FULLTEXT INDEX IF NOT EXISTS paper_words (name);
