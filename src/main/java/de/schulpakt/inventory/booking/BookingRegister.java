package de.schulpakt.inventory.booking;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.identity.Permission.LOAN_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a booking, and that those whose first day has come wait to be
 * handed out, as class sets wait that are to be moved. */
@Dependent
class BookingRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("LoanBooking", "/inventory/booking.xhtml?id={id}", LOAN_VIEW);
    }

    @Produces
    SubjectLink pool() {
        return new SubjectLink("LoanPool", "/inventory/loan-pool.xhtml?school={id}", LOAN_VIEW);
    }

    @Produces
    WaitingCount toMove() {
        return new WaitingCount("devices", LOAN_EDIT, "loan_set_move x where x.state = 'PLANNED' and x.planned_on <= {today} and {school:x.school_id}");
    }

    @Produces
    WaitingCount toHandOut() {
        return new WaitingCount("devices", LOAN_EDIT, "loan_booking x where x.state = 'BOOKED' and x.from_on <= {today} and {school:x.school_id}");
    }
}
