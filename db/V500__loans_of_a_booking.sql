-- Which loans were made by the hand-out of a booking, so that a hand-out by mistake can be put back.
CREATE TABLE IF NOT EXISTS loan_booking_loan (
  id BIGINT NOT NULL AUTO_INCREMENT,
  booking_id BIGINT NOT NULL COMMENT 'the booking that was handed out',
  loan_id BIGINT NOT NULL COMMENT 'a loan that was made by it',
  PRIMARY KEY (id),
  CONSTRAINT loan_booking_loan_once UNIQUE (loan_id),
  CONSTRAINT loan_booking_loan_booking FOREIGN KEY (booking_id) REFERENCES loan_booking (id),
  CONSTRAINT loan_booking_loan_loan FOREIGN KEY (loan_id) REFERENCES loan (id)
) COMMENT 'Loans that were made by the hand-out of a booking';
