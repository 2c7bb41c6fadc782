-- Who signs rule packs: public keys that an administrator entered, and which one has signed a pack. Repeatable from any point.
CREATE TABLE IF NOT EXISTS pack_signer (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  name        VARCHAR(120)  NOT NULL,
  public_key  VARCHAR(200)  NOT NULL COMMENT 'Ed25519, X.509, Base64',
  fingerprint CHAR(64)      NOT NULL COMMENT 'SHA-256 of the key',
  added_by    VARCHAR(120)  NOT NULL,
  added_at    DATETIME(6)   NOT NULL,
  ended_on    DATE          NULL,
  ended_by    VARCHAR(120)  NULL,
  ended_why   VARCHAR(1000) NULL,
  version     INT           NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT pack_signer_once UNIQUE (fingerprint),
  CONSTRAINT pack_signer_ended CHECK ((ended_on IS NULL) = (ended_why IS NULL) AND (ended_on IS NULL) = (ended_by IS NULL))
);
ALTER TABLE rule_pack ADD COLUMN IF NOT EXISTS signer_id BIGINT NULL COMMENT 'whose signature fits, null: not signed' AFTER checksum;
ALTER TABLE rule_pack DROP FOREIGN KEY IF EXISTS rule_pack_signer;
ALTER TABLE rule_pack ADD CONSTRAINT rule_pack_signer FOREIGN KEY (signer_id) REFERENCES pack_signer (id);
