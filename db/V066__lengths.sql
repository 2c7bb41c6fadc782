-- What a field takes, the column keeps: the reason of a cancellation is the note of its posting, and a ticket is named after
-- maker, model and serial number of its device (80 + 1 + 120 + 3 + 80).
ALTER TABLE posting MODIFY note VARCHAR(2000) NULL;
ALTER TABLE ticket MODIFY title VARCHAR(300) NOT NULL;
