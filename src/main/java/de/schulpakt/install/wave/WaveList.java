package de.schulpakt.install.wave;

import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** The waves of the authorities whose tickets the asker may see, the newest first. */
@Queries
public class WaveList extends ListOf<WaveList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "waves", "/install/waves")
            .from("Wave w").join("a", "join Authority a on a.id = w.authorityId")
            .column("no", "wave.no", TEXT, "w.no").sorted("no", "w.id").always().link("wave.xhtml?id={id}")
            .column("name", "wave.name", TEXT, "w.name").sorted()
            .column("authority", "wave.authority", TEXT, "a.name").asked()
            .column("state", "ticket.state", STATE, "w.state").sorted()
            .column("startsOn", "wave.starts", DAY, "w.startsOn").sorted("starts", "w.startsOn")
            .column("tickets", "wave.tickets", NUMBER, "(select count(x.id) from WaveTicket x where x.waveId = w.id)")
            .column("open", "wave.open", NUMBER, "(select count(y.id) from WaveTicket y join Ticket t on t.id = y.ticketId where y.waveId = w.id"
                    + " and t.state not in (de.schulpakt.install.ticket.TicketState.ACCEPTED, de.schulpakt.install.ticket.TicketState.ACCEPTED_WITH_DEFECTS,"
                    + " de.schulpakt.install.ticket.TicketState.CLOSED, de.schulpakt.install.ticket.TicketState.CANCELLED))")
            .words("text", Words.in().starts("w.no", "w.name"))
            .equal("state", WaveState.class, "w.state")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(TICKET_VIEW).ofAuthority("w.authorityId");
    }

    /**
     * A wave.
     *
     * @param open tickets on which something is to be done
     */
    public record Row(Long id, String no, String name, String authority, WaveState state, LocalDate startsOn, Long tickets, Long open) {
    }
}
