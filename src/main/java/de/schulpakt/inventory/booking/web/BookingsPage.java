package de.schulpakt.inventory.booking.web;

import de.schulpakt.inventory.booking.BookingState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What stands beside the list of bookings. */
@Named
@RequestScoped
public class BookingsPage {
    public BookingState[] getStates() {
        return BookingState.values();
    }
}
