-- Views of lists that people keep: filters, order and columns under a name.
CREATE TABLE IF NOT EXISTS list_view (
  id       BIGINT        NOT NULL AUTO_INCREMENT,
  user_id  BIGINT        NOT NULL,
  list     VARCHAR(40)   NOT NULL COMMENT 'name of the list',
  name     VARCHAR(80)   NOT NULL,
  query    VARCHAR(2000) NOT NULL COMMENT 'parameters of the address, encoded as there',
  saved_at DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT list_view_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT list_view_name_once UNIQUE (user_id, list, name)
);
