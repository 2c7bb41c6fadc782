package de.schulpakt.kit;

import de.schulpakt.identity.Role;
import de.schulpakt.install.planning.Visits;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.install.ticket.Tickets;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Tickets for tests, made and moved on through the use cases. */
public final class InstallGiven {
    /** Login of the technician of all schools. */
    public static final String TECHNICIAN = "given.technician";

    private InstallGiven() {
    }

    /** Makes the technician of all schools if there is none yet. */
    public static String technician(Db db) {
        if (db.number("SELECT count(*) FROM app_user WHERE login = ?", TECHNICIAN) == 0) {
            SchoolGiven.user(db, TECHNICIAN, Role.TECHNICIAN, null, null);
        }
        return TECHNICIAN;
    }

    /** The ticket of a device, which its delivery has opened. */
    public static Long ticketOf(Db db, Long deviceId) {
        return db.number("SELECT id FROM ticket WHERE installed_id = ?", deviceId);
    }

    /** A ticket for an access point that was delivered for a room. */
    public static Long ticket(Db db, Long schoolId, Long roomId) {
        return ticketOf(db, InventoryGiven.device(db, InventoryGiven.accessPoint(db), schoolId, roomId));
    }

    /** A ticket without a device, opened by the technician. */
    public static Long plain(Db db, Long schoolId, String title) {
        technician(db);
        return SchoolGiven.as(db, TECHNICIAN, () -> db.get(Tickets.class).open(Tickets.Open.of(schoolId, null, title, null)));
    }

    /** A ticket of a kind, opened by the technician. */
    public static Long open(Db db, Long schoolId, String kind, Long... devices) {
        technician(db);
        return SchoolGiven.as(db, TECHNICIAN, () -> db.get(Tickets.class).open(new Tickets.Open(schoolId, null, kind, "Arbeit", null, null,
                List.of(devices), null)));
    }

    /** The technician takes a ticket. */
    public static void take(Db db, Long ticketId) {
        work(db, tickets -> tickets.take(ticketId, step(db, ticketId)));
    }

    /** The technician agrees a visit of one hour that begins so many minutes from now. */
    public static void schedule(Db db, Long ticketId, long inMinutes) {
        technician(db);
        Integer version = version(db, ticketId);
        SchoolGiven.as(db, TECHNICIAN, () -> {
            db.get(Visits.class).schedule(ticketId, new Visits.Schedule(version, Instant.now().plus(Duration.ofMinutes(inMinutes)),
                    60, "Hausmeister bis 13:00", null));
            return null;
        });
    }

    /** The technician measures in a room. */
    public static void measure(Db db, Long ticketId, Long roomId, boolean passed) {
        work(db, tickets -> tickets.measure(ticketId, new Tickets.Measure(version(db, ticketId), roomId, "2.04-" + ticketId, "EV2 / " + ticketId,
                CableClass.EA, new BigDecimal("38.5"), -61, passed, null)));
    }

    /** From open to measured and passed, by the technician. */
    public static void install(Db db, Long ticketId, Long roomId) {
        take(db, ticketId);
        work(db, tickets -> tickets.start(ticketId, step(db, ticketId)));
        measure(db, ticketId, roomId, true);
    }

    /** The technician ends what nobody accepts. */
    public static void solve(Db db, Long ticketId) {
        Integer version = version(db, ticketId);
        SchoolGiven.as(db, TECHNICIAN, () -> {
            db.get(TicketWork.class).solve(ticketId, new TicketWork.Finish(version, null, "Behoben"));
            return null;
        });
    }

    /** A user of the school accepts. */
    public static void accept(Db db, String login, Long ticketId) {
        Integer version = version(db, ticketId);
        SchoolGiven.as(db, login, () -> {
            db.get(Tickets.class).accept(ticketId, new Tickets.Step(version, null));
            return null;
        });
    }

    /** A step with the version that somebody sees who opens the ticket's page now. */
    public static Tickets.Step step(Db db, Long ticketId) {
        return new Tickets.Step(version(db, ticketId), null);
    }

    /** The version that somebody sees who opens the ticket's page now. */
    public static Integer version(Db db, Long ticketId) {
        technician(db);
        return SchoolGiven.as(db, TECHNICIAN, () -> db.get(TicketQueries.class).view(ticketId).version());
    }

    /** Acts as the technician. */
    public static void work(Db db, Consumer<Tickets> step) {
        technician(db);
        SchoolGiven.as(db, TECHNICIAN, () -> {
            step.accept(db.get(Tickets.class));
            return null;
        });
    }
}
