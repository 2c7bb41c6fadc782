package de.schulpakt.install.ready;

import static de.schulpakt.identity.Permission.INTERNAL_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Texts;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Questions about ready texts. */
@Queries
public class ReadyQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * One text. For who works within the offices of its authority.
     *
     * @throws NotFound if there is none, or the asker may not see it
     */
    public View view(long id) {
        Found text = Ask.of(em, Found.class, """
                select x.version as version, x.authorityId as authorityId, a.name as authority, x.place as place, x.kindCode as kind, x.name as name,
                    x.textDe as textDe, x.textEn as textEn, x.ended as ended
                from ReadyText x join Authority a on a.id = x.authorityId where x.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("ReadyText", id));
        if (!guard.mayAuthority(INTERNAL_VIEW, text.authorityId())) {
            throw new NotFound("ReadyText", id);
        }
        guard.requireAuthority(INTERNAL_VIEW, text.authorityId());
        return new View(id, text.version(), text.authorityId(), text.authority(), text.place(), text.kind(), text.name(), text.textDe(), text.textEn(), text.ended(),
                guard.mayAuthority(TICKET_WORK, text.authorityId()), history.of("ReadyText", id));
    }

    /**
     * The texts that are offered at a ticket, filled with what it says, by place and name.
     *
     * @param locale in whose language
     * @throws NotFound if there is no such ticket, or it belongs to a school the asker may not see
     */
    public List<Offer> offered(long ticketId, Locale locale) {
        Long school = Ask.of(em, Long.class, "select t.schoolId from Ticket t where t.id = :id").set("id", ticketId).one()
                .orElseThrow(() -> new NotFound("Ticket", ticketId));
        guard.require(INTERNAL_VIEW, school);
        boolean english = "en".equals(locale.getLanguage());
        String today = Texts.date(locale, clock.today());
        return Ask.of(em, Line.class, """
                select x.id as id, x.place as place, x.name as name, x.textDe as textDe, x.textEn as textEn, t.no as no, s.name as school, r.name as room
                from Ticket t join School s on s.id = t.schoolId join TicketKind k on k.id = t.kindId left join Room r on r.id = t.roomId
                    join ReadyText x on x.authorityId = s.authorityId
                where t.id = :ticket and x.ended = false and (x.kindCode is null or x.kindCode = k.code)
                order by x.place, x.name, x.id""").set("ticket", ticketId).list().stream()
                .map(line -> new Offer(line.id(), line.place(), line.name(), ReadyFill.fill(english ? line.textEn() : line.textDe(),
                        Map.of("no", line.no(), "school", line.school(), "room",
                                line.room() == null ? Texts.get(locale, "ticket.room.unknown") : line.room(), "date", today)))).toList();
    }

    /** The texts of some authorities as they are written, for the phone, which fills them. Inner door: its caller has asked for these authorities. */
    @de.schulpakt.platform.Unguarded("Inner door: the phone asks for the authorities of the tickets that were taken along.")
    public List<Raw> raw(Set<Long> authorities) {
        return authorities.isEmpty() ? List.of() : Ask.of(em, Raw.class, """
                select x.authorityId as authorityId, x.kindCode as kind, x.place as place, x.name as name, x.textDe as textDe, x.textEn as textEn
                from ReadyText x where x.authorityId in :authorities and x.ended = false order by x.place, x.name, x.id""").set("authorities", authorities).list();
    }

    private record Found(Integer version, Long authorityId, String authority, ReadyPlace place, String kind, String name, String textDe, String textEn, Boolean ended) {
    }

    private record Line(Long id, ReadyPlace place, String name, String textDe, String textEn, String no, String school, String room) {
    }

    /** A text that is offered, filled. */
    public record Offer(Long id, ReadyPlace place, String name, String text) {
    }

    /** A text as it is written; kind null for all. */
    public record Raw(Long authorityId, String kind, ReadyPlace place, String name, String textDe, String textEn) {
    }

    /**
     * A text with what its page shows.
     *
     * @param kind     code of the only kind at which it is offered, null for all
     * @param writes   true if the asker may change it
     * @param timeline who did what, newest first
     */
    public record View(Long id, Integer version, Long authorityId, String authority, ReadyPlace place, String kind, String name, String textDe, String textEn,
            Boolean ended, boolean writes, List<HistoryEntry> timeline) {
    }
}
