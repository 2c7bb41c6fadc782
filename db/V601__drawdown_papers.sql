-- The form of a drawdown as it was sent to the granting body. Repeatable from any point.
INSERT IGNORE INTO paper_kind (code, name_de, name_en, place) VALUES ('DRAWDOWN', 'Mittelabruf', 'Drawdown', 62);
