package de.schulpakt.install.figures;

import static de.schulpakt.identity.Permission.INTERNAL_VIEW;
import static de.schulpakt.platform.list.Column.Kind.FLAG;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;

/** The tickets behind the figures, with what each took and what was promised for it. */
@Queries
public class TicketFigureList extends ListOf<TicketFigureList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "ticket-figures", "/install/ticket-figures")
            .from("Ticket t").join("s", "left join School s on s.id = t.schoolId").join("a", "left join Authority a on a.id = s.authorityId")
            .join("k", "left join TicketKind k on k.id = t.kindId").join("d", "left join Device d on d.id = t.deviceId")
            .join("m", "left join DeviceModel m on m.id = d.modelId").join("g", "left join TicketRating g on g.ticketId = t.id")
            .column("no", "ticket.card.no", TEXT, "t.no").sorted("no", "t.id").always().link("ticket.xhtml?id={id}")
            .column("title", "ticket.title", TEXT, "t.title").asked()
            .column("school", "ticket.school", TEXT, "s.name")
            .column("authority", "figures.team", TEXT, "a.name").asked()
            .column("kind", "ready.kind_label", TEXT, "k.code").asked()
            .column("device", "ticket.device", TEXT, "concat(m.maker, ' ', m.name)").asked()
            .column("state", "ticket.state", STATE, "t.state")
            .column("openedAt", "ticket.opened", INSTANT, "t.openedAt")
            .column("closedAt", "figures.closed", INSTANT, "t.closedAt")
            .column("responseLate", "figures.response_late", FLAG, "case when t.responseDueAt < coalesce(t.respondedAt, t.closedAt) then true else false end")
            .column("solutionLate", "figures.solution_late", FLAG, "case when t.solutionDueAt < t.closedAt then true else false end")
            .column("minutes", "figures.minutes", NUMBER, took("WorkTime", "minutes"))
            .column("cents", "figures.material", MONEY, took("MaterialUse", "cents"))
            .column("stars", "figures.rating", NUMBER, "g.stars")
            .words("text", Words.in().starts("t.no").among("t.schoolId", "School", "s", "name"))
            .equal("authority", Long.class, "s.authorityId").equal("school", Long.class, "t.schoolId").equal("state", TicketState.class, "t.state")
            .equal("model", Long.class, "d.modelId").among("kind", String.class, "k.code", "t.kindId", "TicketKind", "code")
            .own("openedFrom", LocalDate.class, day -> Condition.of("t.openedAt >= :openedFrom", "openedFrom", FiguresQueries.start(day)))
            .own("openedTo", LocalDate.class, day -> Condition.of("t.openedAt < :openedTo", "openedTo", FiguresQueries.start(day.plusDays(1))))
            .own("closedFrom", LocalDate.class, day -> Condition.of("t.closedAt >= :closedFrom", "closedFrom", FiguresQueries.start(day)))
            .own("closedTo", LocalDate.class, day -> Condition.of("t.closedAt < :closedTo", "closedTo", FiguresQueries.start(day.plusDays(1))))
            .build();
    @Inject
    Guard guard;

    /**
     * What a ticket took, and what its cancelled parts took that count with it, as in {@link FiguresQueries}; a part that counts with another ticket took nothing of
     * its own here, so that no sum of rows counts it twice.
     */
    private static String took(String entity, String what) {
        return """
                ((select coalesce(sum(w.%2$s), 0) from %1$s w where w.ticketId = t.id and w.takenBack = false and not (t.state = %3$s and exists (
                    select m.id from PartOf m join Ticket b on b.id = m.wholeId where m.partId = t.id and b.state <> %3$s)))
                + (select coalesce(sum(w.%2$s), 0) from %1$s w join PartOf o on o.partId = w.ticketId join Ticket p on p.id = o.partId
                    where o.wholeId = t.id and t.state <> %3$s and w.takenBack = false and p.state = %3$s and not exists (
                    select n.id from PartOf n join Ticket c on c.id = n.wholeId where n.partId = o.partId and n.depth < o.depth and c.state <> %3$s)))"""
                .formatted(entity, what, "de.schulpakt.install.ticket.TicketState.CANCELLED");
    }

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(INTERNAL_VIEW).of("s");
    }

    /**
     * A ticket with what it took.
     *
     * @param responseLate true if somebody took it later than was promised
     * @param solutionLate true if it ended later than was promised
     * @param minutes      of work, with those of its cancelled parts; of such a part 0
     * @param cents        of material, gross, likewise
     * @param stars        what the school thinks, null if it has not said so
     */
    public record Row(Long id, String no, String title, String school, String authority, String kind, String device, TicketState state, Instant openedAt, Instant closedAt,
            Boolean responseLate, Boolean solutionLate, Long minutes, Long cents, Integer stars) {
    }
}
