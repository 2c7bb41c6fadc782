-- Letters with files, and which orders were sent to whom. Can be repeated from any point.
CREATE TABLE IF NOT EXISTS mail_file (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  mail_id    BIGINT       NOT NULL,
  name       VARCHAR(120) NOT NULL,
  media_type VARCHAR(80)  NOT NULL,
  content    MEDIUMBLOB   NOT NULL COMMENT 'removed with the words of the letter',
  PRIMARY KEY (id),
  CONSTRAINT mail_file_mail FOREIGN KEY (mail_id) REFERENCES mail (id) ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS order_mail (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  order_id  BIGINT       NOT NULL,
  recipient VARCHAR(200) NOT NULL,
  mail_name VARCHAR(80)  NOT NULL COMMENT 'name of the letter, which is forgotten sooner',
  sent_by   VARCHAR(120) NOT NULL,
  sent_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT order_mail_order FOREIGN KEY (order_id) REFERENCES purchase_order (id)
);
