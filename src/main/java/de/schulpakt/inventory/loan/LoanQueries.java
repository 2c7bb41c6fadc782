package de.schulpakt.inventory.loan;

import static de.schulpakt.identity.Permission.LOAN_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Questions about loans. */
@Queries
public class LoanQueries {
    private static final int MOST = 100;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    SchoolQueries schools;
    @Inject
    Clock clock;

    /**
     * One loan.
     *
     * @throws NotFound if there is none, or it belongs to a school whose loans the asker may not see
     */
    public View view(long id) {
        View found = Ask.of(em, View.class, """
                select l.id as id, l.version as version, l.no as no, l.state as state, s.id as schoolId, s.name as school, s.authorityId as authorityId,
                    d.id as deviceId, d.inventoryNo as inventoryNo, d.serial as serial, concat(m.maker, ' ', m.name) as model,
                    l.borrowerKind as kind, l.borrower as borrower, l.schoolClass as schoolClass, l.contact as contact, l.guardian as guardian,
                    case when l.signed = true or exists (select g.id from Signature g, LoanSheetItem i where i.loanId = l.id and i.out = true
                        and g.kind = 'loan-sheet' and g.subjectId = i.sheetId and g.withdrawnAt is null) then true else false end as signed, l.conditionOut as conditionOut, l.accessories as accessories, l.lentAt as lentAt, l.lentBy as lentBy,
                    l.dueOn as dueOn, l.endedAt as endedAt, l.endedBy as endedBy, l.conditionIn as conditionIn, l.lacking as lacking, l.note as note,
                    l.erasedOn as erasedOn, e.edition as edition, a.id as afterId, a.no as afterNo, nullif(l.signed, l.signed) as overdue
                from Loan l left join LoanTerms e on e.id = l.termsId left join Loan a on a.id = l.afterId join School s on s.id = l.schoolId join Device d on d.id = l.deviceId join DeviceModel m on m.id = d.modelId
                where l.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Loan", id));
        guard.require(LOAN_VIEW, found.schoolId(), found.authorityId());
        return found.with(found.endedAt() == null && found.dueOn().isBefore(clock.today()), guard.actions(LoanFlow.FLOW, found.state(), found.schoolId()),
                sheets(id), history.of("Loan", id));
    }

    private List<OnSheet> sheets(long id) {
        return Ask.of(em, OnSheet.class, """
                select s.id as id, s.no as no, s.way as way, s.madeAt as madeAt from LoanSheetItem i join LoanSheet s on s.id = i.sheetId where i.loanId = :id
                order by s.id""").set("id", id).list(MOST);
    }

    /** A sheet on which the loan stands. */
    public record OnSheet(Long id, String no, Loans.Way way, Instant madeAt) {
    }

    /**
     * The loans that run with these numbers of devices, for the form of several that come back.
     *
     * @throws NotFound if the asker may not see one of the loans
     * @throws Refused  {@code loan.not_lent} if nobody has one of the devices
     */
    public List<Running> running(List<Long> deviceIds) {
        List<Running> all = Ask.of(em, Running.class, """
                select l.id as id, l.version as version, l.no as no, l.schoolId as schoolId, d.inventoryNo as inventoryNo, concat(m.maker, ' ', m.name) as model,
                    l.borrower as borrower, l.accessories as accessories
                from Loan l join Device d on d.id = l.deviceId join DeviceModel m on m.id = d.modelId where l.deviceId in :ids and l.endedAt is null order by l.id""")
                .set("ids", deviceIds).list(MOST);
        all.stream().map(Running::schoolId).distinct().forEach(school -> guard.require(LOAN_VIEW, school));
        if (all.size() < deviceIds.size()) {
            throw new Refused("loan.not_lent");
        }
        return all;
    }

    /**
     * The loans of a school's pupils and classes that run, by class.
     *
     * @throws NotFound if there is no such school, or the asker may not see its loans
     */
    public List<OfClass> byClass(long schoolId) {
        schools.mustBeThere(schoolId);
        guard.require(LOAN_VIEW, schoolId);
        return Ask.of(em, OfClass.class, """
                select l.schoolClass as schoolClass, count(l) as loans, min(l.dueOn) as firstDueOn, max(l.dueOn) as lastDueOn from Loan l
                where l.schoolId = :school and l.state = :lent and l.borrowerKind <> :teacher group by l.schoolClass order by l.schoolClass""")
                .set("school", schoolId).set("lent", LoanState.LENT).set("teacher", Loans.BorrowerKind.TEACHER).list(MOST);
    }

    /** The loans of one class that run; schoolClass is null where none is known. */
    public record OfClass(String schoolClass, Long loans, LocalDate firstDueOn, LocalDate lastDueOn) {
    }

    /** A loan that runs. */
    public record Running(Long id, Integer version, String no, Long schoolId, String inventoryNo, String model, String borrower, String accessories) {
    }

    /**
     * One loan.
     *
     * @param borrower null: erased
     * @param lacking  accessories that did not come back
     * @param edition  of the terms on which it is lent, null if none was in force
     * @param afterNo  loan whose device this one was swapped for, null for none
     * @param overdue  true if it is due and the device is not back
     */
    public record View(Long id, Integer version, String no, LoanState state, Long schoolId, String school, Long authorityId, Long deviceId, String inventoryNo,
            String serial, String model, Loans.BorrowerKind kind, String borrower, String schoolClass, String contact, String guardian, Boolean signed,
            Loans.LoanCondition conditionOut, String accessories, Instant lentAt, String lentBy, LocalDate dueOn, Instant endedAt, String endedBy,
            Loans.LoanCondition conditionIn, String lacking, String note, LocalDate erasedOn, Integer edition, Long afterId,
            String afterNo, Boolean overdue, Set<LoanAction> actions, List<OnSheet> sheets, List<HistoryEntry> timeline) {
        View with(boolean late, Set<LoanAction> may, List<OnSheet> papers, List<HistoryEntry> lines) {
            return new View(id, version, no, state, schoolId, school, authorityId, deviceId, inventoryNo, serial, model, kind, borrower, schoolClass, contact,
                    guardian, signed, conditionOut, accessories, lentAt, lentBy, dueOn, endedAt, endedBy, conditionIn, lacking, note, erasedOn, edition, afterId, afterNo, late,
                    may, papers, lines);
        }
    }
}
