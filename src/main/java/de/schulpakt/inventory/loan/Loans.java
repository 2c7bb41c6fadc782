package de.schulpakt.inventory.loan;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.inventory.loan.LoanAction.ERASE;
import static de.schulpakt.inventory.loan.LoanAction.EXTEND;
import static de.schulpakt.inventory.loan.LoanAction.HAND_OUT;
import static de.schulpakt.inventory.loan.LoanAction.REPORT_LOST;
import static de.schulpakt.inventory.loan.LoanAction.TAKE_BACK;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Use cases of loans. */
@UseCases
public class Loans {
    /** Years after the end of the year in which a loan ended, in which what is known of the person is kept. */
    static final int KEPT_YEARS = 3;
    private static final int AT_ONCE = 200;
    private static final int MOST = 40;

    @PersistenceContext
    EntityManager em;
    @Inject
    Steps steps;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    Devices devices;

    /**
     * Hands devices of one school out to one borrower: a loan for each.
     *
     * @return the ids of the loans, in the order of the ids of the devices
     * @throws NotFound if the asker may not see one of the devices
     * @throws Refused  {@code loan.guardian_missing} if nobody signs for a minor; {@code loan.due_past}; {@code loan.several_schools};
     *                  {@code device.lent} if somebody has a device already; {@code state.not_allowed} if it is lost, retired or in repair
     */
    public List<Long> handOut(@Valid HandOut cmd) {
        TreeSet<Long> wanted = new TreeSet<>(cmd.deviceIds());
        List<Owned> owned = Ask.of(em, Owned.class, "select d.id as id, d.schoolId as schoolId from Device d where d.id in :ids order by d.id")
                .set("ids", wanted).list();
        if (owned.size() < wanted.size()) {
            throw new NotFound("Device", wanted.first());
        }
        owned.stream().map(Owned::schoolId).distinct().forEach(school -> guard.require(LOAN_EDIT, school));
        if (owned.stream().map(Owned::schoolId).distinct().count() > 1) {
            throw new Refused("loan.several_schools");
        }
        if (Boolean.TRUE.equals(cmd.minor()) && Loan.text(cmd.guardian()) == null) {
            throw new Refused("loan.guardian_missing");
        }
        due(cmd.dueOn());
        List<Long> made = new ArrayList<>();
        List<String> free = numbers.next("L", owned.size());
        for (int i = 0; i < owned.size(); i++) {
            Loan loan = new Loan(free.get(i), owned.get(i).schoolId(), owned.get(i).id(), cmd, clock.now(), actor.name());
            devices.lend(owned.get(i).id(), loan.no());
            em.persist(loan);
            em.flush();
            Said said = Said.that("said.loan_due", cmd.dueOn());
            history.record(loan.ref(), HAND_OUT, Boolean.TRUE.equals(cmd.signed()) ? said : said.and("loan.unsigned"));
            made.add(loan.id());
        }
        return made;
    }

    /** The loan is due on another day; refused as {@link #handOut}. */
    public void extend(long id, @Valid Extend cmd) {
        var step = steps.begin(Loan.class, id, EXTEND, cmd.version());
        due(cmd.dueOn());
        step.record(Said.that("said.loan_due_changed", cmd.dueOn(), step.subject().dueOn()));
        // words may name somebody: they stand at the loan, where they are erased, and not in the history
        step.subject().extend(cmd.dueOn(), cmd.note());
    }

    /** The device is back, from whomever. A damage is described; it is no damage of the device's record. */
    public void takeBack(long id, @Valid TakeBack cmd) {
        var step = steps.begin(Loan.class, id, TAKE_BACK, cmd.version());
        Loan loan = step.subject();
        Said said = Said.that("said.condition", cmd.condition());
        step.record(Loan.text(cmd.lacking()) == null ? said : said.and("said.lacking", cmd.lacking().strip()));
        loan.ended(cmd.condition(), cmd.lacking(), cmd.note(), clock.now(), actor.name());
        em.flush();
        devices.takeBack(loan.deviceId(), loan.no());
    }

    /** The borrower has lost the device: the loan ends, and the device is missing. */
    public void reportLost(long id, @Valid ReportLost cmd) {
        Loan loan = steps.take(Loan.class, id, REPORT_LOST, cmd.version(), null);
        loan.ended(null, null, cmd.note(), clock.now(), actor.name());
        em.flush();
        devices.loseLent(loan.deviceId(), loan.no());
    }

    /**
     * Erases what is known of people whose loans ended long enough ago.
     *
     * @return how many loans there were
     */
    @Unguarded("Called by the job of each night; erases by rule.")
    public int erase() {
        Instant before = LocalDate.of(clock.today().getYear() - KEPT_YEARS, 1, 1).atStartOfDay(Clock.ZONE).toInstant();
        List<Loan> old = em.createQuery("select l from Loan l where l.erasedOn is null and l.endedAt < :before order by l.endedAt, l.id", Loan.class)
                .setParameter("before", before).setMaxResults(AT_ONCE).getResultList();
        old.forEach(loan -> {
            loan.erase(clock.today());
            history.record(loan.ref(), ERASE);
        });
        return old.size();
    }

    private void due(LocalDate day) {
        if (day.isBefore(clock.today())) {
            throw new Refused("loan.due_past", day);
        }
    }

    /** A device and its school. */
    record Owned(Long id, Long schoolId) {
    }

    /** Who borrows. */
    public enum BorrowerKind {
        /** A pupil. */
        PUPIL,
        /** A teacher. */
        TEACHER,
        /** A class as a whole. */
        CLASS
    }

    /** In which condition a device is handed out, or comes back. */
    public enum LoanCondition {
        /** As new. */
        SOUND,
        /** Marks of use. */
        WORN,
        /** Damaged. */
        DAMAGED
    }

    /**
     * Devices are handed out to one borrower.
     *
     * @param borrower    name of the person or class
     * @param schoolClass class of the pupil, may be null
     * @param contact     how the borrower is reached, may be null
     * @param minor       true: somebody signs for the borrower
     * @param guardian    who signs for a minor
     * @param signed      true: the contract is signed
     * @param accessories what is handed out with the device, may be null
     */
    public record HandOut(@NotEmpty @Size(max = MOST) List<@NotNull Long> deviceIds, @NotNull BorrowerKind kind, @NotBlank @Size(max = 120) String borrower,
            @Size(max = 40) String schoolClass, @Size(max = 200) String contact, Boolean minor, @Size(max = 120) String guardian, Boolean signed,
            @NotNull LoanCondition condition, @Size(max = 500) String accessories, @NotNull LocalDate dueOn) {
    }

    /** Due on another day; the note may be null. */
    public record Extend(@NotNull Integer version, @NotNull LocalDate dueOn, @Size(max = 2000) String note) {
    }

    /**
     * The device is back.
     *
     * @param lacking accessories that did not come back, may be null
     * @param note    what is damaged, may be null
     */
    public record TakeBack(@NotNull Integer version, @NotNull LoanCondition condition, @Size(max = 500) String lacking, @Size(max = 2000) String note) {
    }

    /** The borrower has lost the device; the note says how. */
    public record ReportLost(@NotNull Integer version, @NotBlank @Size(max = 2000) String note) {
    }
}
