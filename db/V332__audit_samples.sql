-- Random samples of the devices of a grant, drawn with a seed and kept. Repeatable from any point.
CREATE TABLE IF NOT EXISTS audit_sample (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  no             VARCHAR(20)  NOT NULL,
  application_id BIGINT       NOT NULL,
  authority_id   BIGINT       NOT NULL,
  seed           BIGINT       NOT NULL COMMENT 'the same seed draws the same devices out of the same ones',
  drawn          INT          NOT NULL,
  out_of         INT          NOT NULL COMMENT 'devices of the grant when it was drawn',
  drawn_by       VARCHAR(120) NOT NULL,
  drawn_at       DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT audit_sample_no_once UNIQUE (no),
  CONSTRAINT audit_sample_application FOREIGN KEY (application_id) REFERENCES application (id),
  CONSTRAINT audit_sample_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT audit_sample_size CHECK (drawn > 0 AND drawn <= out_of)
);
CREATE TABLE IF NOT EXISTS audit_sample_device (
  id        BIGINT NOT NULL AUTO_INCREMENT,
  sample_id BIGINT NOT NULL,
  place     INT    NOT NULL COMMENT 'in the order in which they were drawn',
  device_id BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT audit_sample_device_once UNIQUE (sample_id, device_id),
  CONSTRAINT audit_sample_device_sample FOREIGN KEY (sample_id) REFERENCES audit_sample (id),
  CONSTRAINT audit_sample_device_device FOREIGN KEY (device_id) REFERENCES device (id)
);
