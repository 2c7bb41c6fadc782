-- Rooms install.kind and install.ticket: kinds of tickets as data, with their revisions; priority, several devices, steps, links,
-- typed reasons of waiting. Tickets from before are installations: they ask for what they asked for.
CREATE TABLE IF NOT EXISTS ticket_kind (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  code         VARCHAR(40)   NOT NULL,
  revision     INT           NOT NULL,
  latest       BOOLEAN       NULL COMMENT 'true for the newest revision, null for all before',
  name_de      VARCHAR(80)   NOT NULL,
  name_en      VARCHAR(80)   NOT NULL,
  steps_de     VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'one step in each line',
  steps_en     VARCHAR(2000) NOT NULL DEFAULT '',
  measurement  BOOLEAN       NOT NULL COMMENT 'ends with a measured link',
  photo        BOOLEAN       NOT NULL COMMENT 'ends only with a photo',
  acceptance   BOOLEAN       NOT NULL COMMENT 'the school accepts the work',
  devices      VARCHAR(10)   NOT NULL COMMENT 'what happens to its devices at the end',
  school_opens BOOLEAN       NOT NULL,
  priority     VARCHAR(10)   NOT NULL,
  minutes      INT           NOT NULL COMMENT 'usual length of a visit',
  follow_up    VARCHAR(40)   NULL COMMENT 'code of the kind that is opened when the work has ended',
  offered      BOOLEAN       NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ticket_kind_revision_once UNIQUE (code, revision),
  CONSTRAINT ticket_kind_latest_once UNIQUE (code, latest),
  CONSTRAINT ticket_kind_minutes CHECK (minutes BETWEEN 15 AND 600),
  CONSTRAINT ticket_kind_measured CHECK (NOT measurement OR acceptance)
) COLLATE utf8mb4_uca1400_as_ci;

INSERT IGNORE INTO ticket_kind (code, revision, latest, name_de, name_en, steps_de, steps_en, measurement, photo, acceptance, devices, school_opens, priority, minutes, follow_up, offered) VALUES
  ('INSTALLATION', 1, TRUE, 'Installation', 'Installation', '', '', TRUE, FALSE, TRUE, 'SERVE', TRUE, 'NORMAL', 60, NULL, TRUE),
  ('FAULT', 1, TRUE, 'Störung', 'Fault', '', '', FALSE, FALSE, FALSE, 'NONE', TRUE, 'NORMAL', 60, NULL, TRUE),
  ('SURVEY', 1, TRUE, 'Begehung', 'Survey', 'Raumliste geprüft\nVerteiler und Wege aufgenommen\nStrom und Brandschutz angesehen', 'Room list checked\nDistributors and cable routes recorded\nPower and fire protection looked at', FALSE, TRUE, FALSE, 'NONE', FALSE, 'LOW', 120, NULL, TRUE),
  ('CABLING', 1, TRUE, 'Verkabelung', 'Cabling', 'Dosen und Kabel beschriftet\nBestandsplan ergänzt', 'Sockets and cables labelled\nAs-built plan completed', TRUE, FALSE, TRUE, 'NONE', FALSE, 'NORMAL', 240, NULL, TRUE),
  ('SWITCH', 1, TRUE, 'Switch', 'Switch', 'Eingebaut und geerdet\nKonfiguration eingespielt', 'Mounted and earthed\nConfiguration loaded', FALSE, TRUE, TRUE, 'SERVE', FALSE, 'NORMAL', 90, NULL, TRUE),
  ('ACCESS_POINT', 1, TRUE, 'Access Point', 'Access point', '', '', TRUE, FALSE, TRUE, 'SERVE', FALSE, 'NORMAL', 60, NULL, TRUE),
  ('DISPLAY', 1, TRUE, 'Anzeigegerät', 'Display', 'Montiert und auf festen Sitz geprüft\nBild, Ton und Netz geprüft\nEinweisung gegeben', 'Mounted and checked for firm seat\nPicture, sound and network checked\nInstruction given', FALSE, TRUE, TRUE, 'SERVE', FALSE, 'NORMAL', 120, NULL, TRUE),
  ('UPLINK', 1, TRUE, 'Internetanschluss', 'Uplink', 'Anschluss durchgemessen\nÜbergabepunkt beschriftet', 'Line tested\nHandover point labelled', FALSE, FALSE, FALSE, 'NONE', FALSE, 'HIGH', 120, NULL, TRUE),
  ('ROLL_OUT', 1, TRUE, 'Ausgabe von Geräten', 'Roll-out of devices', 'Eingerichtet und aufgeladen\nAuf Vollständigkeit geprüft', 'Set up and charged\nChecked for completeness', FALSE, FALSE, TRUE, 'SERVE', FALSE, 'NORMAL', 120, NULL, TRUE),
  ('MOVE', 1, TRUE, 'Umzug', 'Move', 'Am neuen Platz in Gang gesetzt', 'Running at its new place', FALSE, FALSE, FALSE, 'PLACE', TRUE, 'LOW', 60, NULL, TRUE),
  ('DISPOSAL', 1, TRUE, 'Entsorgung', 'Disposal', 'Daten gelöscht\nAbholung bestätigt', 'Data wiped\nCollection confirmed', FALSE, FALSE, FALSE, 'NONE', FALSE, 'LOW', 60, NULL, TRUE);

ALTER TABLE ticket
  ADD COLUMN IF NOT EXISTS kind_id        BIGINT        NULL COMMENT 'the revision under which it was opened',
  ADD COLUMN IF NOT EXISTS priority       VARCHAR(10)   NOT NULL DEFAULT 'NORMAL',
  ADD COLUMN IF NOT EXISTS description    VARCHAR(2000) NULL,
  ADD COLUMN IF NOT EXISTS installed_id   BIGINT        NULL COMMENT 'its device, if it is the installation of that',
  ADD COLUMN IF NOT EXISTS waiting_reason VARCHAR(20)   NULL,
  ADD COLUMN IF NOT EXISTS outcome        VARCHAR(2000) NULL COMMENT 'what was done, of a kind that is not measured';

UPDATE ticket SET kind_id = (SELECT id FROM ticket_kind WHERE code = 'INSTALLATION' AND revision = 1), installed_id = device_id
  WHERE kind_id IS NULL;
UPDATE ticket SET waiting_reason = 'OTHER' WHERE state = 'WAITING' AND waiting_reason IS NULL;

ALTER TABLE ticket MODIFY COLUMN kind_id BIGINT NOT NULL COMMENT 'the revision under which it was opened';
ALTER TABLE ticket DROP FOREIGN KEY IF EXISTS ticket_of_kind;
ALTER TABLE ticket ADD CONSTRAINT ticket_of_kind FOREIGN KEY (kind_id) REFERENCES ticket_kind (id);
ALTER TABLE ticket ADD INDEX IF NOT EXISTS ticket_by_device (device_id), ADD INDEX IF NOT EXISTS ticket_of_priority (priority);
-- a device has one ticket for its installation, and as many others as its life brings
ALTER TABLE ticket DROP INDEX IF EXISTS ticket_device_once;
ALTER TABLE ticket ADD CONSTRAINT ticket_device_once UNIQUE (installed_id);

CREATE TABLE IF NOT EXISTS ticket_device (
  id        BIGINT NOT NULL AUTO_INCREMENT,
  ticket_id BIGINT NOT NULL,
  device_id BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ticket_device_pair_once UNIQUE (ticket_id, device_id),
  CONSTRAINT ticket_device_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
  CONSTRAINT ticket_device_device FOREIGN KEY (device_id) REFERENCES device (id)
) COLLATE utf8mb4_uca1400_as_ci COMMENT 'all devices of a ticket, the one that it is named after among them';

INSERT IGNORE INTO ticket_device (ticket_id, device_id) SELECT id, device_id FROM ticket WHERE device_id IS NOT NULL;

CREATE TABLE IF NOT EXISTS ticket_step (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  ticket_id BIGINT       NOT NULL,
  step_no   INT          NOT NULL COMMENT 'line of the checklist, from 1',
  actor     VARCHAR(120) NOT NULL,
  done_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ticket_step_once UNIQUE (ticket_id, step_no),
  CONSTRAINT ticket_step_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS ticket_link (
  id        BIGINT      NOT NULL AUTO_INCREMENT,
  ticket_id BIGINT      NOT NULL,
  other_id  BIGINT      NOT NULL,
  kind      VARCHAR(20) NOT NULL COMMENT 'what the first is to the other',
  PRIMARY KEY (id),
  CONSTRAINT ticket_link_once UNIQUE (ticket_id, other_id),
  CONSTRAINT ticket_link_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
  CONSTRAINT ticket_link_other FOREIGN KEY (other_id) REFERENCES ticket (id),
  CONSTRAINT ticket_link_two CHECK (ticket_id <> other_id)
) COLLATE utf8mb4_uca1400_as_ci;
