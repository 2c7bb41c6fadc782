package de.schulpakt.install.wave;

import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;

/** What waves have planned at the schools that the asker may see, by day. */
@Queries
public class WaveTicketList extends ListOf<WaveTicketList.Row> {
    /** How it stands with the plan. */
    public enum Pace {
        /** To be done. */
        OPEN,
        /** To be done, and planned for a day before today. */
        LATE,
        /** Done. */
        ENDED
    }

    private final Listing<Row> listing = Listing.of(Row.class, "wave-tickets", "/install/wave-tickets")
            .from("WaveTicket w").join("t", "join Ticket t on t.id = w.ticketId").join("v", "join Wave v on v.id = w.waveId")
            .join("s", "join School s on s.id = w.schoolId").join("b", "join Building b on b.id = w.buildingId")
            .join("r", "left join Room r on r.id = w.roomId")
            .hidden("ticketId", "t.id").hidden("waveId", "v.id").hidden("schoolId", "s.id")
            .column("plannedOn", "wave.planned", DAY, "w.plannedOn").sorted("planned", "w.plannedOn").always()
            .column("no", "ticket.card.no", TEXT, "t.no").sorted("no", "t.id").link("ticket.xhtml?id={ticketId}")
            .column("title", "ticket.title", TEXT, "t.title")
            .column("school", "ticket.school", TEXT, "s.name").sorted()
            .column("building", "ticket.building", TEXT, "b.name")
            .column("room", "ticket.room", TEXT, "r.name")
            .column("state", "ticket.state", STATE, "t.state").sorted()
            .column("assignee", "ticket.assignee", TEXT, "t.assignee").none("tickets.nobody")
            .column("wave", "wave.one", TEXT, "v.no").link("wave.xhtml?id={waveId}").asked()
            .words("text", Words.in().startsAmong("w.ticketId", "Ticket", "t", "no"))
            .equal("wave", Long.class, "w.waveId").equal("school", Long.class, "w.schoolId").equal("state", TicketState.class, "t.state")
            .own("pace", Pace.class, this::pace)
            .build();
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    private Condition pace(Pace how) {
        return switch (how) {
            case OPEN -> Condition.of("t.state in :pending", "pending", WavePlaces.PENDING);
            case LATE -> new Condition("t.state in :pending and w.plannedOn < :today", Map.of("pending", WavePlaces.PENDING, "today", clock.today()));
            case ENDED -> Condition.of("t.state not in :pending", "pending", WavePlaces.PENDING);
        };
    }

    @Override
    protected Listing<Row> declared() {
        return listing;
    }

    @Override
    protected Condition scope() {
        return guard.scope(TICKET_VIEW).of("s");
    }

    /**
     * A ticket of a wave.
     *
     * @param room null for the whole building
     */
    public record Row(Long id, Long ticketId, Long waveId, Long schoolId, LocalDate plannedOn, String no, String title, String school, String building, String room,
            TicketState state, String assignee, String wave) {
    }
}
