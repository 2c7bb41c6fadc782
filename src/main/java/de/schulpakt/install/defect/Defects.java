package de.schulpakt.install.defect;

import static de.schulpakt.identity.Permission.TICKET_ACCEPT;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.team.TeamDoor;
import de.schulpakt.install.ticket.TicketRooms;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Acceptance with defects, each of which is followed until it is put right. */
@UseCases
public class Defects {
    /** Nothing is to be done any more. */
    static final Set<TicketState> OVER = EnumSet.of(TicketState.ACCEPTED, TicketState.CLOSED, TicketState.CANCELLED);
    private static final int MOST = 20;
    private static final int WORDS = 2000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    News news;
    @Inject
    Tickets tickets;
    @Inject
    TicketWork work;
    @Inject
    TicketRooms rooms;
    @Inject
    TeamDoor teams;
    @Inject
    Papers papers;
    @Inject
    SchoolQueries schools;

    /** A ticket as the defects know it. */
    private record Work(String no, Long schoolId, Long assigneeId, Long teamId) {
    }

    /** A defect whose follow-up has ended. */
    private record Ended(Long ticketId, Integer lineNo, String what) {
    }

    /**
     * The school accepts the work although something is to be put right; each defect opens its follow-up. Refused and done else as
     * {@link Tickets#acceptWithDefects}.
     *
     * @throws Refused {@code defect.none} if neither words nor a defect are given; {@code ticket.no_technician}; {@code ticket.due_past};
     *                 {@code ticket.due_far}; {@code ticket.kind_unknown} if the kind of the follow-up is offered no more
     */
    public void accept(long ticketId, @Valid Accept cmd) {
        begin(ticketId);
        List<Found> found = cmd.items() == null ? List.of() : cmd.items();
        boolean words = cmd.defects() != null && !cmd.defects().isBlank();
        if (!words && found.isEmpty()) {
            throw new Refused("defect.none");
        }
        String said = words ? cmd.defects().strip() : cut(found.stream().map(one -> one.what().strip()).collect(Collectors.joining("; ")));
        tickets.acceptWithDefects(ticketId, new Tickets.AcceptWithDefects(cmd.version(), said));
        int line = next(ticketId);
        for (Found one : found) {
            keep(ticketId, line++, one, null);
        }
    }

    /**
     * The school accepts some rooms of the work, or all that are not accepted yet, with or without defects, each of which opens its follow-up in its room; with the last
     * room the work is accepted as a whole.
     *
     * @throws Refused as {@link Tickets#accept} and {@link #accept}; {@code defect.no_room} if rooms are named and none is; {@code ticket.room_unknown}; {@code ticket.room_accepted}; {@code defect.room} for a defect in a
     *                 room that is not accepted with it
     */
    public void acceptRooms(long ticketId, @Valid AcceptRooms cmd) {
        rooms(ticketId, cmd, List.of());
    }

    /**
     * The same with pictures, kept at the follow-ups.
     *
     * @param pictures of the defects in their order, null for one without
     */
    public void acceptPictured(long ticketId, @Valid AcceptRooms cmd, List<Received> pictures) {
        rooms(ticketId, cmd, pictures == null ? List.of() : pictures);
    }

    private void rooms(long ticketId, AcceptRooms cmd, List<Received> pictures) {
        begin(ticketId);
        if (cmd.rooms() != null && cmd.rooms().isEmpty()) {
            throw new Refused("defect.no_room");
        }
        List<Found> found = cmd.items() == null ? List.of() : cmd.items();
        Set<Long> accepted = cmd.rooms() == null ? Set.of() : Set.copyOf(cmd.rooms());
        found.stream().filter(one -> one.roomId() != null && !accepted.isEmpty() && !accepted.contains(one.roomId())).findFirst().ifPresent(one -> {
            throw new Refused("defect.room", cut(one.what()));
        });
        Map<Long, String> defective = found.stream().filter(one -> one.roomId() != null).collect(Collectors.toMap(Found::roomId, one -> cut(one.what()), (one, more) -> one));
        rooms.accept(ticketId, cmd.version(), accepted, defective, found.isEmpty() ? null : cut(found.stream().map(one -> one.what().strip())
                .collect(Collectors.joining("; "))), cmd.note());
        int line = next(ticketId);
        for (int i = 0; i < found.size(); i++) {
            keep(ticketId, line++, found.get(i), i < pictures.size() ? pictures.get(i) : null);
        }
    }

    /**
     * The school has found one more defect of work that it has accepted and that is not closed.
     *
     * @throws Refused as {@link #accept}; {@code state.not_allowed} if the work is not accepted or is closed
     */
    public void add(long ticketId, @Valid Add cmd) {
        Work ticket = begin(ticketId);
        String words = cmd.found().what().strip();
        tickets.defective(ticketId, cmd.version(), words, Said.that("said.defect", cmd.found().dueOn()).andWords(words));
        keep(ticketId, next(ticketId), cmd.found(), null);
        if (ticket.assigneeId() != null) {
            news.tellPerson(ticket.assigneeId(), ticket.schoolId(), "message.ticket_accepted_defects", ref(ticketId, ticket));
        }
    }

    /** Asks the guard and locks the team, which the follow-ups get, too, before the ticket, as who ends a team locks them. */
    private Work begin(long ticketId) {
        Work ticket = work(ticketId);
        guard.require(TICKET_ACCEPT, ticket.schoolId());
        teams.goesOn(ticket.teamId());
        return ticket;
    }

    private void keep(long ticketId, int line, Found found, Received picture) {
        String what = found.what().strip();
        if (found.roomId() != null && !schools.room(found.roomId()).schoolId().equals(work(ticketId).schoolId())) {
            throw new Refused("ticket.room_of_other_school");
        }
        Long follow = work.defect(ticketId, what, found.dueOn(), found.technicianId(), found.roomId()).id();
        em.persist(new Defect(ticketId, line, what, found.dueOn(), follow, found.roomId()));
        if (picture != null) {
            papers.attach("Ticket", follow, new Papers.Attach("PHOTO", null, null), picture);
        }
    }

    private int next(long ticketId) {
        return Ask.of(em, Integer.class, "select max(d.lineNo) from Defect d where d.ticketId = :ticket").set("ticket", ticketId).list().stream()
                .filter(java.util.Objects::nonNull).findFirst().orElse(0) + 1;
    }

    /** Work is not closed while a defect of it is open. */
    void closing(@Observes Tickets.Closing news) {
        Ask.of(em, String.class, """
                select f.no from Defect d join Ticket f on f.id = d.followId where d.ticketId = :ticket and f.state not in :over
                order by d.lineNo""").set("ticket", news.ticketId()).set("over", OVER).first().ifPresent(no -> {
            throw new Refused("defect.open", news.no(), no);
        });
    }

    /** A ticket that puts a defect right ends by itself: merged it would count as dropped, without a reason. */
    void merging(@Observes Tickets.Merging news) {
        if (Ask.of(em, Long.class, "select count(d) from Defect d where d.followId = :id").set("id", news.ticketId()).one().orElse(0L) > 0) {
            throw new Refused("defect.merge", news.no());
        }
    }

    /** A ticket that puts a defect right stands for all of it: split, the defect would end with one of its parts. */
    void parted(@Observes Tickets.Parted news) {
        if (Ask.of(em, Long.class, "select count(d) from Defect d where d.followId = :id").set("id", news.ticketId()).one().orElse(0L) > 0) {
            throw new Refused("defect.split", news.no());
        }
    }

    /** The follow-up of a defect has ended: the accepted work says so, and its technician is told when it was the last one. */
    void ended(@Observes Tickets.Ended end) {
        Ask.of(em, Ended.class, "select d.ticketId as ticketId, d.lineNo as lineNo, d.what as what from Defect d where d.followId = :id")
                .set("id", end.ticketId()).one().ifPresent(defect -> {
            Work ticket = work(defect.ticketId());
            Ref ref = ref(defect.ticketId(), ticket);
            history.record(ref, end.state() == TicketState.CANCELLED ? DefectAction.DROP : DefectAction.PUT_RIGHT,
                    Said.that("said.defect_ended", defect.lineNo(), defect.what(), end.ref().no()));
            if (ticket.assigneeId() != null && open(defect.ticketId(), end.ticketId()) == 0) {
                news.tellPerson(ticket.assigneeId(), ticket.schoolId(), "message.defects_done", ref);
            }
        });
    }

    private long open(Long ticketId, Long but) {
        return Ask.of(em, Long.class, """
                select count(d) from Defect d join Ticket f on f.id = d.followId where d.ticketId = :ticket and d.followId <> :but
                and f.state not in :over""").set("ticket", ticketId).set("but", but).set("over", OVER).one().orElse(0L);
    }

    private Work work(long ticketId) {
        return Ask.of(em, Work.class, """
                select t.no as no, t.schoolId as schoolId, t.assigneeId as assigneeId, t.teamId as teamId from Ticket t where t.id = :id""")
                .set("id", ticketId).one().orElseThrow(() -> new NotFound("Ticket", ticketId));
    }

    private static Ref ref(Long ticketId, Work ticket) {
        return new Ref("Ticket", ticketId, ticket.no()).ofSchool(ticket.schoolId());
    }

    private static String cut(String words) {
        return words.length() > WORDS ? words.substring(0, WORDS) : words;
    }

    /**
     * A defect.
     *
     * @param dueOn        until when it is to be put right
     * @param technicianId who is to put it right, null for who has done the work
     * @param roomId       where it is, null if not said
     */
    public record Found(@NotBlank @Size(max = 500) String what, @NotNull LocalDate dueOn, Long technicianId, Long roomId) {
    }

    /**
     * The school accepts with defects.
     *
     * @param defects in words, null for what the items say
     * @param items   each opens its follow-up; null for none
     */
    public record Accept(@NotNull Integer version, @Size(max = WORDS) String defects, @Size(max = MOST) List<@NotNull @Valid Found> items) {
    }

    /**
     * The school accepts room by room.
     *
     * @param rooms null for all that are not accepted yet; who names some names at least one
     * @param items each opens its follow-up; null for none
     * @param note  may be null
     */
    public record AcceptRooms(@NotNull Integer version, @Size(max = 60) List<@NotNull Long> rooms, @Size(max = MOST) List<@NotNull @Valid Found> items,
            @Size(max = WORDS) String note) {
    }

    /** One more defect. */
    public record Add(@NotNull Integer version, @NotNull @Valid Found found) {
    }
}
