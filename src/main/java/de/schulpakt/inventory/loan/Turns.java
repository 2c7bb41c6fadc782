package de.schulpakt.inventory.loan;

import static de.schulpakt.identity.Permission.LOAN_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The turn of a school year as one plan: leavers bring their devices back on one day, all others keep theirs until another. */
@UseCases
public class Turns {
    private static final int MOST = 100;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Clock clock;
    @Inject
    Event<Longer> longer;
    @Inject
    Event<Devices.Moving> moving;

    /**
     * Sets the days on which the loans of a school's pupils and classes are due. A loan that is due on its day already stays as it is, so the
     * same plan twice changes nothing. A loan that cannot stay out longer because others have booked keeps its day and is named; all others go.
     *
     * @return how many loans are due on another day now, and which keep theirs though the plan names another; {@link LoanQueries#turn} says so beforehand
     * @throws Refused {@code loan.due_past} for a day that is over; {@code loan.turn_days} if nothing is planned, or leavers without a day
     */
    public Turned turn(@Valid Turn cmd) {
        guard.require(LOAN_EDIT, cmd.schoolId());
        cmd.check(clock.today());
        List<Loan> running = em.createQuery("""
                select l from Loan l where l.schoolId = :school and l.state = :lent and l.borrowerKind <> :teacher order by l.id""", Loan.class)
                .setParameter("school", cmd.schoolId()).setParameter("lent", LoanState.LENT).setParameter("teacher", Loans.BorrowerKind.TEACHER)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        Map<Loan, Change> changes = new LinkedHashMap<>();
        for (Loan loan : running) {
            LocalDate day = cmd.day(loan.schoolClass());
            if (day != null && !day.equals(loan.dueOn())) {
                changes.put(loan, new Change(loan.id(), loan.deviceId(), loan.dueOn(), day));
            }
        }
        Set<Long> out = changes.values().stream().filter(Change::isLonger).map(Change::deviceId).collect(Collectors.toSet());
        Map<Long, Sentence> kept = new LinkedHashMap<>();
        if (!out.isEmpty()) {
            // all at once and in their order: who lends the same devices in theirs would wait for us and we for them
            moving.fire(new Devices.Moving(out));
            longer.fire(new Longer(cmd.schoolId(), List.copyOf(changes.values()), true, kept));
        }
        int changed = 0;
        List<Left> left = new ArrayList<>();
        Map<Long, String> numbers = kept.isEmpty() ? Map.of() : Ask.of(em, Numbered.class, "select d.id as id, d.inventoryNo as inventoryNo from Device d where d.id in :ids")
                .set("ids", out).list().stream().collect(Collectors.toMap(Numbered::id, Numbered::inventoryNo));
        for (Map.Entry<Loan, Change> one : changes.entrySet()) {
            Loan loan = one.getKey();
            LocalDate day = one.getValue().day();
            if (kept.containsKey(loan.id())) {
                left.add(new Left(loan.id(), loan.no(), loan.deviceId(), numbers.get(loan.deviceId()), kept.get(loan.id())));
            } else {
                steps.on(loan, LoanAction.EXTEND, loan.version()).record(Said.that("said.loan_due_changed", day, loan.dueOn()).and("said.loan_turn"));
                loan.extend(day, null);
                changed++;
            }
        }
        em.flush();
        return new Turned(changed, left);
    }

    /**
     * News, told before loans are due on other days by one plan: who observes it and needs devices names the loans that cannot stay out longer.
     *
     * @param changes all of them, those that are due earlier too
     * @param binding true inside the transaction in which the days change; false if somebody only wants to know
     * @param kept    why, by the id of the loan: written by who observes
     */
    public record Longer(Long schoolId, List<Change> changes, boolean binding, Map<Long, Sentence> kept) {
    }

    /**
     * A loan that is due on another day by a plan.
     *
     * @param before day on which it is due
     * @param day    day on which it will be due
     */
    public record Change(Long loanId, Long deviceId, LocalDate before, LocalDate day) {
        /** True if its device stays out longer. */
        public boolean isLonger() {
            return day.isAfter(before);
        }
    }

    /** What a plan has changed, and what keeps its day. */
    public record Turned(int changed, List<Left> left) {
    }

    /** A loan that keeps its day though the plan names another, and why. */
    public record Left(Long loanId, String no, Long deviceId, String inventoryNo, Sentence why) {
    }

    /** A device and its number. */
    record Numbered(Long id, String inventoryNo) {
    }

    /**
     * A plan.
     *
     * @param leaving   classes that leave, as they stand at the loans; may be null
     * @param leaversOn day on which these bring their devices back; null if none leaves
     * @param othersOn  day until which all others keep theirs; null to leave them as they are
     */
    public record Turn(@NotNull Long schoolId, @Size(max = MOST) List<@NotNull @Size(max = 40) String> leaving, LocalDate leaversOn, LocalDate othersOn) {
        /** Refuses {@code loan.due_past} and {@code loan.turn_days}. */
        void check(LocalDate today) {
            boolean leavers = leaving != null && !leaving.isEmpty();
            if (!leavers && othersOn == null || leavers && leaversOn == null) {
                throw new Refused("loan.turn_days");
            }
            for (LocalDate day : new LocalDate[] {leaversOn, othersOn}) {
                if (day != null && day.isBefore(today)) {
                    throw new Refused("loan.due_past", day);
                }
            }
        }

        /** The day on which loans of a class are due by it; null if it says nothing of them. */
        LocalDate day(String schoolClass) {
            Set<String> leavers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            leavers.addAll(leaving == null ? List.of() : leaving);
            return schoolClass != null && leavers.contains(schoolClass) ? leaversOn : othersOn;
        }
    }
}
