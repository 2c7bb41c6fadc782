-- Each booking that was made for an ask is known, so that one that is kept again after all finds its ask. Can be repeated.
CREATE TABLE IF NOT EXISTS loan_ask_offer (
  id         BIGINT NOT NULL AUTO_INCREMENT,
  ask_id     BIGINT NOT NULL,
  booking_id BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT loan_ask_offer_booking_once UNIQUE (booking_id),
  CONSTRAINT loan_ask_offer_ask FOREIGN KEY (ask_id) REFERENCES loan_ask (id),
  CONSTRAINT loan_ask_offer_booking FOREIGN KEY (booking_id) REFERENCES loan_booking (id)
);
INSERT INTO loan_ask_offer (ask_id, booking_id)
SELECT a.id, a.booking_id FROM loan_ask a WHERE a.booking_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM loan_ask_offer o WHERE o.booking_id = a.booking_id);
