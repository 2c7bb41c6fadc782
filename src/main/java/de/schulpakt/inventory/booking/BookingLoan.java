package de.schulpakt.inventory.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A loan that was made by the hand-out of a booking. */
@Entity
@Table(name = "loan_booking_loan")
class BookingLoan {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "booking_id")
    private Long bookingId;
    @Column(name = "loan_id")
    private Long loanId;

    protected BookingLoan() {
    }

    BookingLoan(Long bookingId, Long loanId) {
        this.bookingId = bookingId;
        this.loanId = loanId;
    }
}
