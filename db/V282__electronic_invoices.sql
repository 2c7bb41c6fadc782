-- Under which Leitweg-ID an authority is sent electronic invoices; the original of such an invoice is an XML. Can be repeated.
CREATE TABLE IF NOT EXISTS billing_address (
  authority_id BIGINT      NOT NULL,
  leitweg_id   VARCHAR(46) NOT NULL,
  version      INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (authority_id),
  CONSTRAINT billing_address_authority FOREIGN KEY (authority_id) REFERENCES authority (id)
);
INSERT IGNORE INTO paper_type (media_type, ending, shown) VALUES ('application/xml', 'xml', 'NONE');
