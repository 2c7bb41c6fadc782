package de.schulpakt.inventory.loan;

import static de.schulpakt.identity.Permission.LOAN_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.Said;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    Event<Loans.StayingOut> staying;
    @Inject
    Event<Devices.Moving> moving;

    /**
     * Sets the days on which the loans of a school's pupils and classes are due. A loan that is due on its day already stays as it is, so the
     * same plan twice changes nothing.
     *
     * @return how many loans are due on another day now
     * @throws Refused {@code loan.due_past} for a day that is over; {@code loan.turn_days} if nothing is planned, or leavers without a day;
     *                 {@code booking.clash} if others have booked what would stay out longer
     */
    public int turn(@Valid Turn cmd) {
        guard.require(LOAN_EDIT, cmd.schoolId());
        Set<String> leaving = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        leaving.addAll(cmd.leaving() == null ? List.of() : cmd.leaving());
        if (leaving.isEmpty() && cmd.othersOn() == null || !leaving.isEmpty() && cmd.leaversOn() == null) {
            throw new Refused("loan.turn_days");
        }
        due(cmd.leaversOn());
        due(cmd.othersOn());
        List<Loan> running = em.createQuery("""
                select l from Loan l where l.schoolId = :school and l.state = :lent and l.borrowerKind <> :teacher order by l.id""", Loan.class)
                .setParameter("school", cmd.schoolId()).setParameter("lent", LoanState.LENT).setParameter("teacher", Loans.BorrowerKind.TEACHER)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        Map<LocalDate, Map<Long, LocalDate>> longer = new TreeMap<>();
        int changed = 0;
        for (Loan loan : running) {
            LocalDate day = loan.schoolClass() != null && leaving.contains(loan.schoolClass()) ? cmd.leaversOn() : cmd.othersOn();
            if (day != null && !day.equals(loan.dueOn())) {
                steps.on(loan, LoanAction.EXTEND, loan.version()).record(Said.that("said.loan_due_changed", day, loan.dueOn()).and("said.loan_turn"));
                if (day.isAfter(loan.dueOn())) {
                    longer.computeIfAbsent(day, d -> new TreeMap<>()).put(loan.deviceId(), Loans.freeFrom(loan.dueOn(), clock.today()));
                }
                loan.extend(day, null);
                changed++;
            }
        }
        em.flush();
        if (!longer.isEmpty()) {
            // all at once and in their order: day by day, who lends the same devices in theirs would wait for us and we for them
            moving.fire(new Devices.Moving(longer.values().stream().flatMap(devices -> devices.keySet().stream()).collect(Collectors.toSet())));
        }
        longer.forEach((day, devices) -> staying.fire(new Loans.StayingOut(cmd.schoolId(), devices.keySet(), Collections.min(devices.values()), day)));
        return changed;
    }

    private void due(LocalDate day) {
        if (day != null && day.isBefore(clock.today())) {
            throw new Refused("loan.due_past", day);
        }
    }

    /**
     * A plan.
     *
     * @param leaving   classes that leave, as they stand at the loans; may be null
     * @param leaversOn day on which these bring their devices back; null if none leaves
     * @param othersOn  day until which all others keep theirs; null to leave them as they are
     */
    public record Turn(@NotNull Long schoolId, @Size(max = MOST) List<@NotNull @Size(max = 40) String> leaving, LocalDate leaversOn, LocalDate othersOn) {
    }
}
