-- Module platform: what people have typed into long forms and not yet sent. One row per person and form, kept for 30 days.
CREATE TABLE IF NOT EXISTS draft (
  id        BIGINT      NOT NULL AUTO_INCREMENT,
  person_id BIGINT      NOT NULL COMMENT 'app_user; a draft is shown to nobody else',
  form      VARCHAR(80) NOT NULL COMMENT 'the form and what it changes, e.g. request-9-3: request 9 in its version 3',
  fields    MEDIUMTEXT  NOT NULL COMMENT 'name=value&..., URL encoded',
  kept_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT draft_form_once UNIQUE (person_id, form),
  INDEX draft_age (kept_at)
);
