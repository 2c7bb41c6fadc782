package de.schulpakt.inventory.loan;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.identity.Permission.LOAN_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions about loans. */
@Queries
public class LoanQueries {
    private static final int MOST_PLANNED = 20_000;
    private static final int MOST = 100;

    @PersistenceContext
    EntityManager em;
    @Inject
    Event<Turns.Longer> longer;
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
                select s.id as id, s.no as no, s.way as way, s.madeAt as madeAt, i.note as note from LoanSheetItem i join LoanSheet s on s.id = i.sheetId where i.loanId = :id
                order by s.id""").set("id", id).list(MOST);
    }

    /** A sheet on which the loan stands; note is what was damaged when it came back on it, null for nothing. */
    public record OnSheet(Long id, String no, Loans.Way way, Instant madeAt, String note) {
    }

    /**
     * The loans that run of these devices, for the form of several that come back; those that nobody has are named.
     *
     * @throws NotFound if the asker may not see one of the devices
     */
    public Found running(List<Long> deviceIds) {
        List<Owned> owned = owned(deviceIds);
        List<Running> all = owned.isEmpty() ? List.of() : Ask.of(em, Running.class, """
                select l.id as id, l.version as version, l.no as no, l.schoolId as schoolId, d.id as deviceId, d.inventoryNo as inventoryNo,
                    concat(m.maker, ' ', m.name) as model, l.borrower as borrower, l.accessories as accessories
                from Loan l join Device d on d.id = l.deviceId join DeviceModel m on m.id = d.modelId where l.deviceId in :ids and l.endedAt is null order by l.id""")
                .set("ids", deviceIds).list(deviceIds.size() + 1);
        all.stream().map(Running::schoolId).distinct().forEach(school -> guard.require(LOAN_VIEW, school));
        Set<Long> lent = all.stream().map(Running::deviceId).collect(Collectors.toSet());
        return new Found(all, owned.stream().filter(d -> !lent.contains(d.id())).map(d -> new Left(d.id(), d.inventoryNo(), Sentence.of("loan.not_lent"))).toList());
    }

    /**
     * Which of these devices can go out to one borrower, and why the others cannot: somebody has them, they are lost, retired or in repair, or of another school
     * than the first that can.
     *
     * @throws NotFound if the asker may not see one of the devices
     */
    public Free free(List<Long> deviceIds) {
        List<Long> ids = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        Long school = null;
        for (Owned d : owned(deviceIds)) {
            boolean goes = d.state() == DeviceState.IN_STOCK || d.state() == DeviceState.IN_SERVICE;
            if (d.lent()) {
                left.add(new Left(d.id(), d.inventoryNo(), Sentence.of("device.lent", d.inventoryNo())));
            } else if (!goes) {
                left.add(new Left(d.id(), d.inventoryNo(), Sentence.of("loan.cannot_go", d.state())));
            } else if (school != null && !school.equals(d.schoolId())) {
                left.add(new Left(d.id(), d.inventoryNo(), Sentence.of("loan.other_school", d.school())));
            } else {
                school = d.schoolId();
                ids.add(d.id());
            }
        }
        return new Free(ids, left);
    }

    /** Devices as they stand, in the order of their ids. */
    private List<Owned> owned(List<Long> deviceIds) {
        if (deviceIds.isEmpty()) {
            return List.of();
        }
        List<Owned> all = Ask.of(em, Owned.class, """
                select d.id as id, d.inventoryNo as inventoryNo, d.state as state, d.lent as lent, s.id as schoolId, s.name as school, s.authorityId as authorityId
                from Device d join School s on s.id = d.schoolId where d.id in :ids order by d.id""").set("ids", deviceIds).list(deviceIds.size() + 1);
        if (all.isEmpty()) {
            throw new NotFound("Device", deviceIds.get(0));
        }
        Set<Long> asked = new HashSet<>();
        all.stream().filter(d -> asked.add(d.schoolId())).forEach(d -> guard.require(LOAN_VIEW, d.schoolId(), d.authorityId()));
        return all;
    }

    /** A device as it stands. */
    record Owned(Long id, String inventoryNo, DeviceState state, Boolean lent, Long schoolId, String school, Long authorityId) {
    }

    /** A device that does not go along, and why. */
    public record Left(Long deviceId, String inventoryNo, Sentence why) {
    }

    /** Loans that run, and the devices that nobody has. */
    public record Found(List<Running> loans, List<Left> left) {
    }

    /** Devices that can go out, and those that cannot. */
    public record Free(List<Long> ids, List<Left> left) {
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

    /**
     * What a plan for the turn of a school year would do, loan by loan: which would be due on another day, and which would keep theirs and why. Changes nothing.
     *
     * @throws NotFound if there is no such school, or the asker may not change its loans
     * @throws de.schulpakt.platform.Refused as {@link Turns#turn}
     */
    public List<Planned> turn(Turns.Turn plan) {
        schools.mustBeThere(plan.schoolId());
        guard.require(LOAN_EDIT, plan.schoolId());
        plan.check(clock.today());
        List<Planned> all = Ask.of(em, Lent.class, """
                select l.id as id, l.no as no, l.deviceId as deviceId, d.inventoryNo as inventoryNo, m.name as model, l.borrower as borrower, l.schoolClass as schoolClass,
                    l.dueOn as dueOn from Loan l join Device d on d.id = l.deviceId join DeviceModel m on m.id = d.modelId
                where l.schoolId = :school and l.state = :lent and l.borrowerKind <> :teacher order by l.id""")
                .set("school", plan.schoolId()).set("lent", LoanState.LENT).set("teacher", Loans.BorrowerKind.TEACHER).list(MOST_PLANNED).stream()
                .filter(l -> plan.day(l.schoolClass()) != null && !plan.day(l.schoolClass()).equals(l.dueOn())).map(l -> l.planned(plan.day(l.schoolClass()), null)).toList();
        Map<Long, Sentence> kept = new HashMap<>();
        longer.fire(new Turns.Longer(plan.schoolId(), all.stream().map(p -> new Turns.Change(p.loanId(), p.deviceId(), p.dueOn(), p.day())).toList(), false, kept));
        return all.stream().map(p -> p.kept(kept.get(p.loanId()))).sorted(Comparator.comparing(p -> p.why() == null)).toList();
    }

    /** A loan that runs, as a plan finds it. */
    record Lent(Long id, String no, Long deviceId, String inventoryNo, String model, String borrower, String schoolClass, LocalDate dueOn) {
        Planned planned(LocalDate day, Sentence why) {
            return new Planned(id, no, deviceId, inventoryNo, model, borrower, schoolClass, dueOn, day, why);
        }
    }

    /**
     * What a plan would do with a loan.
     *
     * @param dueOn day on which it is due
     * @param day   day that the plan names
     * @param why   why it would keep its day, null if it would be due on the other
     */
    public record Planned(Long loanId, String no, Long deviceId, String inventoryNo, String model, String borrower, String schoolClass, LocalDate dueOn, LocalDate day,
            Sentence why) {
        Planned kept(Sentence reason) {
            return new Planned(loanId, no, deviceId, inventoryNo, model, borrower, schoolClass, dueOn, day, reason);
        }
    }

    /** The loans of one class that run; schoolClass is null where none is known. */
    public record OfClass(String schoolClass, Long loans, LocalDate firstDueOn, LocalDate lastDueOn) {
    }

    /** A loan that runs. */
    public record Running(Long id, Integer version, String no, Long schoolId, Long deviceId, String inventoryNo, String model, String borrower, String accessories) {
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
