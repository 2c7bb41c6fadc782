-- Data sheets of articles are a kind of papers of their own.
INSERT IGNORE INTO paper_kind (code, name_de, name_en, place) VALUES ('DATA_SHEET', 'Datenblatt', 'Data sheet', 45);
