package de.schulpakt.install.ticket;

import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.level.LevelClock;
import de.schulpakt.install.level.WaitingReason;
import de.schulpakt.platform.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sets the clock of tickets whose kind has service levels. */
@ApplicationScoped
class TicketClock {
    @Inject
    LevelClock levels;
    @Inject
    Clock clock;

    /** The clock begins, or begins anew because the work does. */
    void begin(Ticket ticket, Kind kind) {
        if (kind.clocked()) {
            ticket.clockBegins(clock.now());
            due(ticket);
        }
    }

    /** Somebody has it. */
    void responded(Ticket ticket) {
        ticket.responded(clock.now());
    }

    /** It waits, which may stop the clock. */
    void waits(Ticket ticket, WaitingReason reason) {
        if (ticket.clockedAt() != null && levels.stops(reason)) {
            ticket.clockStops(clock.now());
        }
    }

    /** It waits no longer; what it stood is added. */
    void goesOn(Ticket ticket) {
        if (ticket.stoppedAt() != null) {
            ticket.clockGoesOn(levels.minutes(ticket.stoppedAt(), clock.now(), ticket.schoolId()));
            due(ticket);
        }
    }

    /** A part waits for nobody, even if its whole does: what that stood until now is added, and the part goes on. */
    void goesOn(Ticket part, Ticket whole) {
        if (part.clockedAt() != null && whole.clockedAt() != null && whole.stoppedAt() != null) {
            part.clockGoesOn(levels.minutes(whole.stoppedAt(), clock.now(), whole.schoolId()));
            due(part);
        }
    }

    /** Another priority has other times. */
    void ranked(Ticket ticket) {
        if (ticket.clockedAt() != null) {
            due(ticket);
        }
    }

    private void due(Ticket ticket) {
        ticket.due(levels.due(ticket.priority(), ticket.clockedAt(), ticket.pausedMinutes(), ticket.schoolId()));
    }
}
