-- Module paper: kinds under which papers that the house prints are kept. Can be repeated.
INSERT IGNORE INTO paper_kind (code, name_de, name_en, place) VALUES
  ('ORDER_SHEET', 'Bestellblatt', 'Order sheet', 32), ('ACCEPTANCE', 'Abnahmeprotokoll', 'Acceptance protocol', 22),
  ('REQUEST_SHEET', 'Bedarf mit Entscheidung', 'Request with its decision', 62);
