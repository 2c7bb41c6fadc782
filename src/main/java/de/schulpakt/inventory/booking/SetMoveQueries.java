package de.schulpakt.inventory.booking;

import static de.schulpakt.identity.Permission.LOAN_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.SentenceJson;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Questions about the moves of class sets. */
@Queries
public class SetMoveQueries {
    private static final int MOST = 50;
    private static final int DEVICES = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    SchoolQueries schools;
    @Inject
    History history;

    /** A move as it is read. */
    private record Read(Long id, Integer version, Long setId, String setName, String classNow, String responsibleNow, LocalDate plannedOn, Long roomId, String building,
            String room, String schoolClass, String responsible, SetMoveState state, Integer went) {
    }

    /** A device that did not take part, as it is read. */
    private record Stayed(Long moveId, Long id, String inventoryNo, String why) {
    }

    /**
     * The moves of a school's class sets, what is planned first, then the newest; a fixed number of statements.
     *
     * @throws NotFound if there is no such school, or the asker may not see its loans
     */
    public Plan ofSchool(long schoolId) {
        schools.mustBeThere(schoolId);
        guard.require(LOAN_VIEW, schoolId);
        List<Read> moves = Ask.of(em, Read.class, """
                select m.id as id, m.version as version, t.id as setId, t.name as setName, t.schoolClass as classNow, t.responsible as responsibleNow,
                    m.plannedOn as plannedOn, r.id as roomId, b.name as building, r.name as room, m.schoolClass as schoolClass, m.responsible as responsible,
                    m.state as state, m.went as went
                from SetMove m join LoanSet t on t.id = m.setId left join Room r on r.id = m.roomId left join Building b on b.id = r.buildingId
                where m.schoolId = :school order by case when m.state = :planned then 0 else 1 end, m.plannedOn desc, m.id desc""").set("school", schoolId)
                .set("planned", SetMoveState.PLANNED).list(MOST);
        List<Long> ids = moves.stream().map(Read::id).toList();
        List<Stayed> stayed = ids.isEmpty() ? List.of() : Ask.of(em, Stayed.class, """
                select x.moveId as moveId, d.id as id, d.inventoryNo as inventoryNo, x.why as why from SetMoveDevice x join Device d on d.id = x.deviceId
                where x.moveId in :moves and x.why is not null order by d.inventoryNo""").set("moves", ids).list(DEVICES);
        return new Plan(moves.stream().map(m -> new Move(m.id(), m.version(), m.setId(), m.setName(), m.classNow(), m.responsibleNow(), m.plannedOn(), m.roomId(),
                m.building(), m.room(), m.schoolClass(), m.responsible(), m.state(), m.went(), stayed.stream().filter(x -> x.moveId().equals(m.id()))
                        .map(x -> new Left(x.id(), x.inventoryNo(), SentenceJson.read(x.why()).get(0))).toList(),
                guard.actions(SetMoveFlow.FLOW, m.state(), schoolId))).toList(), history.ofAll("SetMove", ids));
    }

    /**
     * The moves of a school.
     *
     * @param timeline who planned, did and undid them, when and why
     */
    public record Plan(List<Move> moves, List<HistoryEntry> timeline) {
    }

    /**
     * A move.
     *
     * @param classNow    class of the set today, null for none
     * @param roomId      null: the devices stay where they are
     * @param schoolClass null: it stays
     * @param responsible null: it stays, or is erased
     * @param went        devices that went; 0 unless it is done
     * @param left        devices that did not go, or did not go back when it was undone
     */
    public record Move(Long id, Integer version, Long setId, String setName, String classNow, String responsibleNow, LocalDate plannedOn, Long roomId, String building,
            String room, String schoolClass, String responsible, SetMoveState state, Integer went, List<Left> left, Set<SetMoveAction> actions) {
    }

    /** A device that stayed; why is told in the language of the reader. */
    public record Left(Long id, String inventoryNo, Sentence why) {
    }
}
