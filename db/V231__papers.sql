-- Module paper: files at any subject. The bytes stand here, in pieces, equal content once.
CREATE TABLE IF NOT EXISTS paper_kind (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  code       VARCHAR(40)  NOT NULL COMMENT 'name for programs',
  name_de    VARCHAR(80)  NOT NULL,
  name_en    VARCHAR(80)  NOT NULL,
  keep_years INT          NULL COMMENT 'years to the end of which such a paper is kept; null: as long as its subject',
  place      INT          NOT NULL COMMENT 'smaller stands further up',
  offered    BOOLEAN      NOT NULL DEFAULT TRUE,
  version    INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT paper_kind_code_once UNIQUE (code),
  CONSTRAINT paper_kind_years CHECK (keep_years BETWEEN 1 AND 99)
) COLLATE utf8mb4_uca1400_as_ci;

INSERT IGNORE INTO paper_kind (code, name_de, name_en, place) VALUES
  ('PHOTO', 'Foto', 'Photo', 10), ('PROTOCOL', 'Protokoll', 'Protocol', 20), ('DELIVERY_NOTE', 'Lieferschein', 'Delivery note', 30),
  ('OFFER', 'Angebot', 'Offer', 40), ('INVOICE', 'Rechnung', 'Invoice', 50), ('DECISION', 'Bescheid', 'Decision', 60),
  ('MEDIA_CONCEPT', 'Medienkonzept', 'Media concept', 70), ('LETTER', 'Schreiben', 'Letter', 80), ('OTHER', 'Sonstiges', 'Other', 90);

CREATE TABLE IF NOT EXISTS paper_type (
  media_type VARCHAR(120) NOT NULL COMMENT 'as found in the bytes; what is not here is refused',
  ending     VARCHAR(10)  NOT NULL,
  shown      ENUM('IMAGE', 'PDF', 'NONE') NOT NULL COMMENT 'how the browser may show it; NONE: as a download only',
  offered    BOOLEAN      NOT NULL DEFAULT TRUE,
  PRIMARY KEY (media_type)
) COLLATE utf8mb4_uca1400_as_ci;

INSERT IGNORE INTO paper_type (media_type, ending, shown) VALUES
  ('image/jpeg', 'jpg', 'IMAGE'), ('image/png', 'png', 'IMAGE'), ('application/pdf', 'pdf', 'PDF'),
  ('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx', 'NONE'),
  ('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx', 'NONE'),
  ('application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx', 'NONE'),
  ('application/vnd.oasis.opendocument.text', 'odt', 'NONE'), ('application/vnd.oasis.opendocument.spreadsheet', 'ods', 'NONE'),
  ('application/vnd.oasis.opendocument.presentation', 'odp', 'NONE'),
  ('text/plain', 'txt', 'NONE'), ('text/csv', 'csv', 'NONE');

CREATE TABLE IF NOT EXISTS paper_content (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  sha256     CHAR(64)     NOT NULL,
  size       BIGINT       NOT NULL,
  media_type VARCHAR(120) NOT NULL,
  scan       VARCHAR(20)  NOT NULL,
  scan_said  VARCHAR(200) NULL COMMENT 'what the scanner found',
  scanned_at DATETIME(6)  NULL,
  created_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT paper_content_once UNIQUE (sha256),
  INDEX paper_content_scan (scan, id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS paper_piece (
  content_id BIGINT     NOT NULL,
  no         INT        NOT NULL,
  bytes      MEDIUMBLOB NOT NULL,
  PRIMARY KEY (content_id, no),
  CONSTRAINT paper_piece_content FOREIGN KEY (content_id) REFERENCES paper_content (id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS paper_preview (
  content_id BIGINT     NOT NULL,
  bytes      MEDIUMBLOB NOT NULL COMMENT 'a small JPEG',
  PRIMARY KEY (content_id),
  CONSTRAINT paper_preview_content FOREIGN KEY (content_id) REFERENCES paper_content (id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS paper (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  subject_type VARCHAR(40)   NOT NULL,
  subject_id   BIGINT        NOT NULL,
  kind_id      BIGINT        NOT NULL,
  content_id   BIGINT        NULL COMMENT 'null: removed',
  name         VARCHAR(200)  NOT NULL,
  media_type   VARCHAR(120)  NOT NULL,
  size         BIGINT        NOT NULL,
  sha256       CHAR(64)      NOT NULL COMMENT 'stays when the content has gone',
  note         VARCHAR(1000) NULL,
  actor_id     BIGINT        NULL,
  actor_name   VARCHAR(120)  NOT NULL,
  made_at      DATETIME(6)   NOT NULL,
  replaced_by  BIGINT        NULL,
  removed_at   DATETIME(6)   NULL,
  removed_why  VARCHAR(1000) NULL,
  version      INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT paper_kind_of FOREIGN KEY (kind_id) REFERENCES paper_kind (id),
  CONSTRAINT paper_content_of FOREIGN KEY (content_id) REFERENCES paper_content (id),
  CONSTRAINT paper_replaced FOREIGN KEY (replaced_by) REFERENCES paper (id),
  INDEX paper_subject (subject_type, subject_id, id),
  INDEX paper_kept (kind_id, made_at)
) COLLATE utf8mb4_uca1400_as_ci;
