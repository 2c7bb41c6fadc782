package de.schulpakt.inventory.booking;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.inventory.booking.SetMoveAction.CARRY_OUT;
import static de.schulpakt.inventory.booking.SetMoveAction.DROP;
import static de.schulpakt.inventory.booking.SetMoveAction.UNDO;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.device.ManyDevices;
import de.schulpakt.inventory.loan.KeptPeople;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Class sets go to another room, class or person at the turn of a school year: planned first, then done, and put back if it was wrong. */
@UseCases
public class SetMoves {
    private static final int YEARS = 3;
    private static final int AT_ONCE = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    SchoolQueries schools;
    @Inject
    ManyDevices devices;

    /**
     * Plans where a class set goes.
     *
     * @return its id
     * @throws NotFound if the asker may not see the set, or the room
     * @throws Refused  {@code set_move.nothing} if neither room nor class nor person is named; {@code set_move.days} for a day that is over or more than
     *                  three years ahead; {@code device.room_of_other_school}; {@code loan_set_move_once} if it is planned already
     */
    public Long plan(@Valid Plan cmd) {
        LoanSet set = Find.locked(em, LoanSet.class, cmd.setId());
        mayEdit(set);
        set.mustStand();
        SetMove move = new SetMove(set.schoolId(), cmd);
        if (move.empty()) {
            throw new Refused("set_move.nothing");
        }
        if (cmd.plannedOn().isBefore(clock.today()) || cmd.plannedOn().isAfter(clock.today().plusYears(YEARS))) {
            throw new Refused("set_move.days", cmd.plannedOn(), YEARS);
        }
        if (cmd.roomId() != null) {
            SchoolQueries.RoomRef room = schools.room(cmd.roomId());
            if (!room.schoolId().equals(set.schoolId())) {
                throw new Refused("device.room_of_other_school");
            }
            room.mustBeUsed();
        }
        em.persist(move);
        em.flush();
        history.record(move.ref(), SetMoveAction.PLAN, Said.that("said.set_move_planned", set.name(), cmd.plannedOn()));
        return move.id();
    }

    private void mayEdit(LoanSet set) {
        try {
            guard.require(LOAN_EDIT, set.schoolId());
        } catch (NotFound hidden) {
            throw new NotFound("LoanSet", set.id());
        }
    }

    /**
     * The set goes: its devices to the room, itself to the class and person. What cannot go stays and is named; each that goes has a line in its history.
     *
     * @throws Refused {@code set_move.empty} if the set has no devices; {@code set_move.none_went} if none of them can go, and nothing else is to change
     */
    public void carryOut(long id, @Valid Step cmd) {
        SetMove move = steps.locked(SetMove.class, id, CARRY_OUT);
        LoanSet set = Find.locked(em, LoanSet.class, move.ofSet());
        set.mustStand();
        var step = steps.on(move, CARRY_OUT, cmd.version());
        List<Member> members = Ask.of(em, Member.class, """
                select d.id as id, d.inventoryNo as no, d.roomId as roomId from PoolDevice p join Device d on d.id = p.deviceId
                where p.setId = :set and p.leftAt is null order by d.id""").set("set", set.id()).list();
        if (members.isEmpty()) {
            throw new Refused("set_move.empty", set.name());
        }
        boolean other = move.changes(set);
        Map<Long, Sentence> left = new TreeMap<>();
        if (move.roomId() != null) {
            devices.placed(members.stream().map(Member::id).toList(), move.roomId(), line(move, set).andWords(cmd.note())).left()
                    .forEach(one -> left.put(one.id(), one.why()));
        }
        if (!other && left.size() == members.size()) {
            throw new Refused("set_move.none_went", members.get(0).no(), left.get(members.get(0).id()));
        }
        if (other) {
            // those that changed their room have their line; to the class go those too that stay where they are
            Map<Ref, Said> lines = new LinkedHashMap<>();
            members.stream().filter(one -> move.roomId() == null || left.containsKey(one.id()))
                    .forEach(one -> lines.put(one.ref(move.schoolId()), line(move, set).andWords(cmd.note())));
            history.recordAll(SetMoveAction.GO_WITH_SET, lines);
        }
        forget(id);
        members.forEach(one -> em.persist(new SetMoveDevice(id, one.id(), one.roomId(), left.get(one.id()))));
        move.done(set, members.size() - left.size());
        step.record(Said.that("said.set_move_done", set.name(), members.size() - left.size(), left.size()).andWords(cmd.note()));
    }

    /** Whom the history names is the class, never the person. */
    private static Said line(SetMove move, LoanSet set) {
        Said said = Said.that("said.with_set", set.name());
        return move.schoolClass() == null ? said : said.and("said.set_class", move.schoolClass());
    }

    /**
     * It had been moved by mistake: devices that still stand in the room of the move go back to where they stood, the set to its class and person. What
     * was moved on meanwhile stays and is named. It can be planned anew.
     */
    public void undo(long id, @Valid Why cmd) {
        SetMove move = steps.locked(SetMove.class, id, UNDO);
        LoanSet set = Find.locked(em, LoanSet.class, move.ofSet());
        var step = steps.on(move, UNDO, cmd.version());
        List<Gone> gone = Ask.of(em, Gone.class, """
                select d.id as id, d.inventoryNo as no, d.schoolId as schoolId, d.roomId as roomId, x.fromRoomId as fromRoomId, x.why as why
                from SetMoveDevice x join Device d on d.id = x.deviceId where x.moveId = :move order by d.id""").set("move", id).list();
        Map<Long, Sentence> left = new TreeMap<>();
        List<Gone> back = new ArrayList<>();
        if (move.roomId() != null) {
            gone.stream().filter(one -> one.why() == null).forEach(one -> {
                if (!move.roomId().equals(one.roomId())) {
                    left.put(one.id(), Sentence.of("set_move.moved_on"));
                } else if (one.fromRoomId() == null) {
                    left.put(one.id(), Sentence.of("set_move.had_no_room"));
                } else {
                    back.add(one);
                }
            });
        }
        Map<Long, List<Long>> rooms = new TreeMap<>();
        back.forEach(one -> rooms.computeIfAbsent(one.fromRoomId(), room -> new ArrayList<>()).add(one.id()));
        Said said = Said.that("said.set_back", set.name()).andWords(cmd.note());
        rooms.forEach((room, ids) -> devices.placed(ids, room, said).left().forEach(one -> left.put(one.id(), one.why())));
        if (move.holds(set)) {
            Map<Ref, Said> lines = new LinkedHashMap<>();
            gone.stream().filter(one -> one.schoolId().equals(move.schoolId()) && (left.containsKey(one.id()) || back.stream().noneMatch(b -> b.id().equals(one.id()))))
                    .forEach(one -> lines.put(new Ref("Device", one.id(), one.no()).ofSchool(one.schoolId()), said));
            history.recordAll(SetMoveAction.GO_WITH_SET, lines);
        }
        forget(id);
        left.forEach((device, why) -> em.persist(new SetMoveDevice(id, device, null, why)));
        move.undone(set);
        step.record(Said.that("said.set_move_undone", set.name(), back.size() - back.stream().filter(one -> left.containsKey(one.id())).count(), left.size())
                .andWords(cmd.note()));
    }

    /** It is not to be moved; it can be planned anew. */
    public void drop(long id, @Valid Why cmd) {
        steps.take(SetMove.class, id, DROP, cmd.version(), cmd.note());
    }

    private void forget(long id) {
        em.createQuery("delete from SetMoveDevice x where x.moveId = :move").setParameter("move", id).executeUpdate();
    }

    /** Erases who answered for sets whose move was done or dropped long enough ago; answers how many moves there were. */
    @Unguarded("Called by the job of each night; erases by rule.")
    public int erase() {
        List<SetMove> old = em.createQuery("select m from SetMove m where m.erasedOn is null and m.state <> :planned and m.plannedOn < :before order by m.plannedOn, m.id",
                SetMove.class).setParameter("planned", SetMoveState.PLANNED).setParameter("before", KeptPeople.since(clock.today())).setMaxResults(AT_ONCE).getResultList();
        old.forEach(move -> {
            move.erase(clock.today());
            history.record(move.ref(), SetMoveAction.ERASE);
        });
        return old.size();
    }

    /** A device of a set. */
    record Member(Long id, String no, Long roomId) {
        Ref ref(Long school) {
            return new Ref("Device", id, no).ofSchool(school);
        }
    }

    /** A device that took part in a move, with where it stands and stood; why is null if it went. */
    record Gone(Long id, String no, Long schoolId, Long roomId, Long fromRoomId, String why) {
    }

    /**
     * Where a set goes; one of room, class and person at least.
     *
     * @param roomId      null: the devices stay where they are
     * @param schoolClass null: it stays
     * @param responsible name of the person or function that answers for it at the school; null: it stays
     */
    public record Plan(@NotNull Long setId, @NotNull LocalDate plannedOn, Long roomId, @Size(max = 40) String schoolClass, @Size(max = 120) String responsible) {
    }

    /** A step; the note may be null and names nobody. */
    public record Step(@NotNull Integer version, @Size(max = 2000) String note) {
    }

    /** A step with its reason, which names nobody. */
    public record Why(@NotNull Integer version, @NotBlank @Size(max = 2000) String note) {
    }
}
