package de.schulpakt.install.defect;

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

/** The defects of the schools that the asker may see, the newest first. */
@Queries
public class DefectList extends ListOf<DefectList.Row> {
    /** How a defect stands. */
    public enum Standing {
        /** To be put right. */
        OPEN,
        /** And the day until which it was to be has gone. */
        OVERDUE,
        /** Put right, or dropped. */
        ENDED
    }

    private final Listing<Row> listing = Listing.of(Row.class, "defects", "/install/defects")
            .from("Defect x").join("w", "join Ticket w on w.id = x.ticketId").join("f", "join Ticket f on f.id = x.followId")
            .join("s", "join School s on s.id = w.schoolId").join("r", "left join Room r on r.id = x.roomId")
            .hidden("ticketId", "w.id").hidden("followId", "f.id").hidden("schoolId", "s.id")
            .column("no", "defect.follow", TEXT, "f.no").sorted("no", "x.id").always().link("ticket.xhtml?id={followId}")
            .column("what", "defect.what", TEXT, "x.what")
            .column("ticket", "defect.ticket", TEXT, "w.no").link("ticket.xhtml?id={ticketId}")
            .column("school", "ticket.school", TEXT, "s.name").sorted()
            .column("room", "ticket.room", TEXT, "r.name").asked()
            .column("state", "ticket.state", STATE, "f.state").sorted()
            .column("owner", "defect.owner", TEXT, "f.assignee").sorted().none("tickets.nobody")
            .column("dueOn", "defect.due", DAY, "x.dueOn").sorted("due", "x.dueOn")
            .words("text", Words.in().starts("f.no", "w.no").among("w.schoolId", "School", "s", "name"))
            .equal("school", Long.class, "w.schoolId").own("standing", Standing.class, this::standing)
            .build();
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    private Condition standing(Standing how) {
        return switch (how) {
            case OPEN -> Condition.of("f.state not in :over", "over", Defects.OVER);
            case OVERDUE -> new Condition("f.state not in :over and x.dueOn < :today", Map.of("over", Defects.OVER, "today", clock.today()));
            case ENDED -> Condition.of("f.state in :over", "over", Defects.OVER);
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
     * A defect.
     *
     * @param no     number of its follow-up, whose state it has
     * @param ticket number of the work that was accepted with it
     * @param owner  who has the follow-up, null for nobody
     */
    public record Row(Long id, Long ticketId, Long followId, Long schoolId, String no, String what, String ticket, String school, String room, TicketState state,
            String owner, LocalDate dueOn) {
    }
}
