-- Room install.team: teams of technicians with their lead and their members from a day to a day, and the team that has a ticket beside its technician.
CREATE TABLE IF NOT EXISTS work_team (
  id           BIGINT      NOT NULL AUTO_INCREMENT,
  authority_id BIGINT      NOT NULL,
  name         VARCHAR(80) NOT NULL,
  lead_id      BIGINT      NULL COMMENT 'who is told when a time is broken; counts while a member',
  ended        BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'gets no tickets any more',
  version      INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT work_team_name_once UNIQUE (authority_id, name),
  CONSTRAINT work_team_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT work_team_lead FOREIGN KEY (lead_id) REFERENCES app_user (id)
) COLLATE utf8mb4_uca1400_as_ci;
CREATE TABLE IF NOT EXISTS team_member (
  id            BIGINT NOT NULL AUTO_INCREMENT,
  team_id       BIGINT NOT NULL,
  technician_id BIGINT NOT NULL,
  from_on       DATE   NOT NULL COMMENT 'first day',
  to_on         DATE   NULL COMMENT 'last day; null: until further notice',
  version       INT    NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT team_member_once UNIQUE (team_id, technician_id, from_on),
  CONSTRAINT team_member_order CHECK (from_on <= to_on),
  CONSTRAINT team_member_team FOREIGN KEY (team_id) REFERENCES work_team (id),
  CONSTRAINT team_member_technician FOREIGN KEY (technician_id) REFERENCES app_user (id)
);
ALTER TABLE ticket ADD COLUMN IF NOT EXISTS team_id BIGINT NULL COMMENT 'the team that has it beside its technician';
ALTER TABLE ticket ADD CONSTRAINT ticket_team FOREIGN KEY IF NOT EXISTS (team_id) REFERENCES work_team (id);
