-- The photo that proves that an award was told to the public. Repeatable from any point.
INSERT IGNORE INTO paper_kind (code, name_de, name_en, place) VALUES ('PUBLICITY', 'Nachweis der Publizität (Foto)', 'Proof of publicity (photo)', 17);
