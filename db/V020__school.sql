-- Module school: authority (Schulträger), school, building, room.
CREATE TABLE authority (
  id      BIGINT       NOT NULL AUTO_INCREMENT,
  name    VARCHAR(160) NOT NULL,
  version INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT authority_name_once UNIQUE (name)
);

-- ids in hundreds: an import knows the ids of its schools before it writes them in batches
CREATE SEQUENCE school_seq START WITH 100 INCREMENT BY 100 NOCACHE;

CREATE TABLE school (
  id           BIGINT       NOT NULL,
  authority_id BIGINT       NULL COMMENT 'null: in the register, not yet given to an authority of this installation',
  state_code   CHAR(2)      NOT NULL COMMENT 'federal state, e.g. RP',
  official_no  VARCHAR(20)  NOT NULL COMMENT 'number in the register of the federal state',
  name         VARCHAR(200) NOT NULL,
  type         VARCHAR(40)  NOT NULL,
  street       VARCHAR(160) NULL,
  postcode     VARCHAR(5)   NULL,
  city         VARCHAR(120) NULL,
  latitude     DECIMAL(9,6) NULL,
  longitude    DECIMAL(9,6) NULL,
  phone        VARCHAR(60)  NULL,
  pupils       INT          NULL,
  version      INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT school_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT school_official_no_once UNIQUE (state_code, official_no),
  INDEX school_by_name (name),
  INDEX school_by_authority (authority_id, name)
);

CREATE TABLE building (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  school_id BIGINT       NOT NULL,
  name      VARCHAR(120) NOT NULL,
  version   INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT building_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT building_name_once UNIQUE (school_id, name)
);

CREATE TABLE room (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  building_id BIGINT      NOT NULL,
  school_id   BIGINT      NOT NULL COMMENT 'the school of the building, for checks and joins',
  name        VARCHAR(80) NOT NULL,
  floor       VARCHAR(20) NULL,
  kind        VARCHAR(30) NOT NULL,
  version     INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT room_building FOREIGN KEY (building_id) REFERENCES building (id),
  CONSTRAINT room_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT room_name_once UNIQUE (building_id, name),
  INDEX room_by_school (school_id, name)
);

-- A role holds for a school or an authority that exists; the tables of identity come before these.
ALTER TABLE role_assignment
  ADD CONSTRAINT role_assignment_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  ADD CONSTRAINT role_assignment_school FOREIGN KEY (school_id) REFERENCES school (id);
