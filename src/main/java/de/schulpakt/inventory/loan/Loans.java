package de.schulpakt.inventory.loan;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.inventory.loan.LoanAction.CORRECT;
import static de.schulpakt.inventory.loan.LoanAction.ERASE;
import static de.schulpakt.inventory.loan.LoanAction.EXTEND;
import static de.schulpakt.inventory.loan.LoanAction.FIND;
import static de.schulpakt.inventory.loan.LoanAction.HAND_OUT;
import static de.schulpakt.inventory.loan.LoanAction.REOPEN;
import static de.schulpakt.inventory.loan.LoanAction.REPORT_LOST;
import static de.schulpakt.inventory.loan.LoanAction.SWAP;
import static de.schulpakt.inventory.loan.LoanAction.TAKE_BACK;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.terms.TermsQueries;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.print.Signing;
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
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Event;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Use cases of loans. */
@UseCases
public class Loans {
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
    @Inject
    TermsQueries terms;
    @Inject
    Signing signing;
    @Inject
    Papers papers;
    @Inject
    Event<Erased> erased;
    @Inject
    Event<Corrected> corrected;
    @Inject
    Event<GoingOut> going;
    @Inject
    Event<StayingOut> staying;
    @Inject
    Event<Devices.Moving> moving;
    @Inject
    Event<Swapped> swapped;
    @Inject
    SchoolQueries schools;
    @Inject
    Event<Unswapped> unswapped;

    /**
     * Hands devices of one school out to one borrower: a loan for each.
     *
     * @return the ids of the loans, in the order of the ids of the devices
     * @throws NotFound if the asker may not see one of the devices
     * @throws Refused  {@code loan.guardian_missing} if nobody signs for a minor; {@code loan.guardian_of_pupils} if somebody is to sign for a teacher or a class;
     *                  {@code loan.due_past}; {@code loan.several_schools};
     *                  {@code device.lent} if somebody has a device already; {@code state.not_allowed} if it is lost, retired or in repair;
     *                  {@code loan.known_damaged} for one that is known to be damaged and is said not to be
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
        Long school = owned.get(0).schoolId();
        schools.mustBeSchool(school);
        guardian(cmd.kind(), cmd.minor(), cmd.guardian());
        due(cmd.dueOn());
        refuseDamaged(wanted, cmd.condition());
        going.fire(new GoingOut(school, Set.copyOf(wanted), cmd.dueOn()));
        Long edition = edition(school);
        LoanSheet sheet = sheet(Way.OUT, school);
        List<Long> made = new ArrayList<>();
        List<String> free = numbers.next("L", owned.size());
        for (int i = 0; i < owned.size(); i++) {
            Loan loan = new Loan(free.get(i), owned.get(i).schoolId(), owned.get(i).id(), cmd, clock.now(), actor.name());
            loan.on(edition);
            devices.lend(owned.get(i).id(), loan.no());
            out(sheet, loan);
            Said said = Said.that("said.loan_due", cmd.dueOn()).and("said.loan_sheet", sheet.no());
            history.record(loan.ref(), HAND_OUT, Boolean.TRUE.equals(cmd.signed()) ? said : said.and("loan.unsigned"));
            made.add(loan.id());
        }
        return made;
    }

    /** A borrower does not answer for what was broken before. */
    private void refuseDamaged(Set<Long> deviceIds, LoanCondition condition) {
        if (condition != LoanCondition.DAMAGED) {
            Ask.of(em, String.class, "select d.inventoryNo from Device d where d.id in :ids and d.wear = :wear order by d.id").set("ids", deviceIds)
                    .set("wear", Devices.DeviceWear.DAMAGED).first().ifPresent(no -> {
                        throw new Refused("loan.known_damaged", no);
                    });
        }
    }

    private Long edition(Long school) {
        return Ask.of(em, Long.class, "select s.authorityId from School s where s.id = :id and s.authorityId is not null").set("id", school).one()
                .map(terms::inForce).map(TermsQueries.Edition::id).orElse(null);
    }

    private LoanSheet sheet(Way way, Long school) {
        LoanSheet sheet = new LoanSheet(numbers.next("P"), school, way, clock.now(), actor.name());
        em.persist(sheet);
        em.flush();
        history.record(sheet.ref(), LoanAction.WRITE_SHEET, Said.that("said.loan_way", way));
        return sheet;
    }

    private void out(LoanSheet sheet, Loan loan) {
        em.persist(loan);
        em.flush();
        em.persist(new LoanSheetItem(sheet, loan, true, loan.conditionOut(), loan.accessories(), null));
    }

    /** The loan is due on another day; refused as {@link #handOut}, and {@code booking.clash} if others have booked the device. */
    public void extend(long id, @Valid Extend cmd) {
        var step = steps.begin(Loan.class, id, EXTEND, cmd.version());
        due(cmd.dueOn());
        LocalDate before = step.subject().dueOn();
        step.record(Said.that("said.loan_due_changed", cmd.dueOn(), step.subject().dueOn()));
        // words may name somebody: they stand at the loan, where they are erased, and not in the history
        step.subject().extend(cmd.dueOn(), cmd.note());
        em.flush();
        if (cmd.dueOn().isAfter(before)) {
            staying.fire(new StayingOut(step.subject().schoolId(), Set.of(step.subject().deviceId()), freeFrom(before, clock.today()), cmd.dueOn()));
        }
    }

    /** The device is back, from whomever. In which condition stands at the device from then on; what is damaged is told at the loan, as the words may name somebody. */
    public void takeBack(long id, @Valid TakeBack cmd) {
        Loan loan = steps.locked(Loan.class, id, TAKE_BACK);
        back(sheet(Way.BACK, loan.schoolId()), loan, TAKE_BACK, cmd.version(), new Back(id, cmd.version(), cmd.condition(), cmd.lacking(), cmd.note()), Said.NOTHING);
    }

    /**
     * Several devices are back at once, on one sheet, from whomever: all or none.
     *
     * @return id of the sheet
     * @throws NotFound if the asker may not see one of the loans
     * @throws Refused  {@code loan.several_schools}; {@code state.not_allowed} for a loan that has ended
     */
    public Long takeBackAll(@Valid TakeBackAll cmd) {
        TreeMap<Long, Back> wanted = new TreeMap<>();
        cmd.loans().forEach(back -> wanted.put(back.loanId(), back));
        List<Loan> loans = wanted.keySet().stream().map(id -> steps.locked(Loan.class, id, TAKE_BACK)).toList();
        if (loans.stream().map(Loan::schoolId).distinct().count() > 1) {
            throw new Refused("loan.several_schools");
        }
        LoanSheet sheet = sheet(Way.BACK, loans.get(0).schoolId());
        loans.forEach(loan -> {
            Back back = wanted.get(loan.id());
            back(sheet, loan, TAKE_BACK, back.version(), back, Said.NOTHING);
        });
        return sheet.id();
    }

    /**
     * The device comes back and another one of the school goes out in its place, to the same person, until the same day and on the same terms.
     *
     * @return id of the new loan
     * @throws NotFound if the asker may not see the other device
     * @throws Refused  {@code loan.several_schools}; {@code loan.swap_same}; as {@link #handOut} for a device that cannot go
     */
    public Long swap(long id, @Valid Swap cmd) {
        Loan before = steps.locked(Loan.class, id, SWAP);
        Owned other = Ask.of(em, Owned.class, "select d.id as id, d.schoolId as schoolId from Device d where d.id = :id").set("id", cmd.deviceId()).one()
                .orElseThrow(() -> new NotFound("Device", cmd.deviceId()));
        guard.require(LOAN_EDIT, other.schoolId());
        if (!other.schoolId().equals(before.schoolId())) {
            throw new Refused("loan.several_schools");
        }
        if (other.id().equals(before.deviceId())) {
            throw new Refused("loan.swap_same");
        }
        refuseDamaged(Set.of(other.id()), cmd.conditionOut());
        moving.fire(new Devices.Moving(Set.of(before.deviceId(), other.id())));
        LoanSheet sheet = sheet(Way.SWAP, before.schoolId());
        Loan after = new Loan(numbers.next("L"), other.id(), before, cmd, clock.now(), actor.name());
        back(sheet, before, SWAP, cmd.version(), new Back(id, cmd.version(), cmd.condition(), cmd.lacking(), cmd.note()), Said.that("said.loan_after", after.no()));
        going.fire(new GoingOut(before.schoolId(), Set.of(other.id()), before.dueOn()));
        devices.lend(other.id(), after.no());
        out(sheet, after);
        history.record(after.ref(), HAND_OUT, Said.that("said.loan_due", after.dueOn()).and("said.loan_before", before.no()).and("said.loan_sheet", sheet.no()));
        swapped.fire(new Swapped(before.schoolId(), before.deviceId(), other.id(), swap(before.no(), after.no())));
        return after.id();
    }

    private void back(LoanSheet sheet, Loan loan, LoanAction action, Integer seen, Back cmd, Said more) {
        var step = steps.on(loan, action, seen);
        Said said = Said.that("said.condition", cmd.condition());
        // what is missing is told at the loan, where it is erased: the words may name somebody
        step.record((Loan.text(cmd.lacking()) == null ? said : said.and("said.lacking_some")).and(more).and("said.loan_sheet", sheet.no()));
        loan.ended(cmd.condition(), cmd.lacking(), cmd.note(), clock.now(), actor.name());
        em.persist(new LoanSheetItem(sheet, loan, false, cmd.condition(), cmd.lacking(), cmd.note()));
        em.flush();
        devices.takeBack(loan.deviceId(), loan.no(), cmd.condition().wear());
    }

    /** What is known of the person was wrong. The reason stands at the loan, as it may name somebody. Refused as {@link #handOut} for who signs. */
    public void correct(long id, @Valid Correct cmd) {
        var step = steps.begin(Loan.class, id, CORRECT, cmd.version());
        guardian(step.subject().kind(), cmd.minor(), cmd.guardian());
        step.record(Said.NOTHING);
        step.subject().correct(cmd);
        corrected.fire(new Corrected(id));
    }

    /**
     * It had been ended by mistake: the borrower has the device. Refused {@code device.lent} if somebody else has it now; {@code loan.person_erased};
     * {@code loan.device_elsewhere}; {@code booking.clash} if others have booked it meanwhile.
     */
    public void reopen(long id, @Valid Why cmd) {
        Loan loan = steps.take(Loan.class, id, REOPEN, cmd.version(), null);
        mustBeHere(loan);
        moving.fire(new Devices.Moving(Set.of(loan.deviceId())));
        loan.goesOn(cmd.note());
        devices.lend(loan.deviceId(), loan.no());
        em.flush();
        staying.fire(new StayingOut(loan.schoolId(), Set.of(loan.deviceId()), clock.today(), loan.dueOn()));
        List<String> after = Ask.of(em, String.class, "select l.no from Loan l where l.afterId = :loan order by l.id").set("loan", id).list();
        if (!after.isEmpty()) {
            unswapped.fire(new Unswapped(loan.deviceId(), after.stream().map(no -> swap(loan.no(), no)).toList(), loan.no()));
        }
    }

    /** The numbers of a loan and of the one that goes on with another device, as a swap names them. */
    private static String swap(String before, String after) {
        return before + " \u2192 " + after;
    }

    /** What the borrower had lost is there again: the device waits for a room. Refused {@code loan.device_elsewhere}. */
    public void find(long id, @Valid Why cmd) {
        Loan loan = steps.take(Loan.class, id, FIND, cmd.version(), null);
        mustBeHere(loan);
        loan.found(cmd.note());
        em.flush();
        devices.findLent(loan.deviceId(), loan.no());
    }

    /** The borrower has lost the device: the loan ends, and the device is missing. */
    public void reportLost(long id, @Valid ReportLost cmd) {
        Loan loan = steps.take(Loan.class, id, REPORT_LOST, cmd.version(), null);
        loan.ended(null, null, cmd.note(), clock.now(), actor.name());
        em.flush();
        devices.loseLent(loan.deviceId(), loan.no());
    }

    /**
     * Erases what is known of people whose loans ended long enough ago, with the signatures and files of their sheets. A loan for which money
     * is still claimed waits.
     *
     * @return how many loans there were
     */
    @Unguarded("Called by the job of each night; erases by rule.")
    public int erase() {
        LocalDate today = clock.today();
        Instant before = KeptPeople.since(today).atStartOfDay(Clock.ZONE).toInstant();
        List<Loan> old = em.createQuery("""
                select l from Loan l where l.erasedOn is null and l.endedAt < :before
                and not exists (select c.id from LoanClaim c where c.loanId = l.id and c.openOn is not null) order by l.endedAt, l.id""", Loan.class)
                .setParameter("before", before).setMaxResults(AT_ONCE).getResultList();
        if (old.isEmpty()) {
            return 0;
        }
        List<Long> ids = old.stream().map(Loan::id).toList();
        old.forEach(loan -> {
            loan.erase(today);
            history.record(loan.ref(), ERASE);
        });
        em.flush();
        em.createQuery("update LoanSheetItem i set i.accessories = null, i.note = null where i.out = false and i.loanId in :loans").setParameter("loans", ids).executeUpdate();
        em.createQuery("""
                select s from LoanSheet s where s.erasedOn is null and s.id in (select i.sheetId from LoanSheetItem i where i.loanId in :loans)
                and not exists (select j.id from LoanSheetItem j join Loan k on k.id = j.loanId where j.sheetId = s.id and k.erasedOn is null)
                order by s.id""", LoanSheet.class).setParameter("loans", ids).getResultList().forEach(sheet -> {
                    sheet.erase(today);
                    signing.forget(sheet.ref());
                    papers.removeAll(sheet.ref(), null);
                });
        erased.fire(new Erased(Set.copyOf(ids)));
        return old.size();
    }

    /** The device may have gone to another school since. */
    private void mustBeHere(Loan loan) {
        Long school = Ask.of(em, Long.class, "select d.schoolId from Device d where d.id = :id").set("id", loan.deviceId()).one().orElse(null);
        if (!loan.schoolId().equals(school)) {
            throw new Refused("loan.device_elsewhere", loan.no());
        }
    }

    /** The first day on which a device would have been there if it is due on that one; what is overdue is missed from today. */
    static LocalDate freeFrom(LocalDate due, LocalDate today) {
        return due.isBefore(today) ? today : due.plusDays(1);
    }

    private static void guardian(BorrowerKind kind, Boolean minor, String name) {
        if (kind != BorrowerKind.PUPIL && (Boolean.TRUE.equals(minor) || Loan.text(name) != null)) {
            throw new Refused("loan.guardian_of_pupils", kind);
        }
        if (Boolean.TRUE.equals(minor) && Loan.text(name) == null) {
            throw new Refused("loan.guardian_missing");
        }
    }

    private void due(LocalDate day) {
        if (day.isBefore(clock.today())) {
            throw new Refused("loan.due_past", day);
        }
    }

    /** News, told inside the transaction in which devices go out, before they go: who observes it and refuses keeps them. */
    public record GoingOut(Long schoolId, Set<Long> deviceIds, LocalDate dueOn) {
    }

    /** News, told inside the transaction in which devices stay out longer or are out again: who observes it and refuses keeps the day as it was. */
    public record StayingOut(Long schoolId, Set<Long> deviceIds, LocalDate fromOn, LocalDate dueOn) {
    }

    /** News, told inside the transaction in which a device was swapped for another at its loan; the numbers are those of both loans. */
    public record Swapped(Long schoolId, Long oldId, Long newId, String numbers) {
    }

    /**
     * News, told inside the transaction in which a loan goes on that a swap had ended: its device is with the borrower again.
     *
     * @param oldId   the device that had been swapped for another
     * @param numbers of its swaps, as {@link Swapped} has told them
     * @param loanNo  loan at which it stands why
     */
    public record Unswapped(Long oldId, List<String> numbers, String loanNo) {
    }

    /** News, told inside the transaction in which another person was put down for a loan. */
    public record Corrected(Long loanId) {
    }

    /** News, told inside the transaction in which it is erased what is known of the people of these loans. */
    public record Erased(Set<Long> loanIds) {
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

    /** Which way devices go on a sheet. */
    public enum Way {
        /** Out to a borrower. */
        OUT,
        /** Back from one. */
        BACK,
        /** One back, and another one out in its place. */
        SWAP
    }

    /** In which condition a device is handed out, or comes back. */
    public enum LoanCondition {
        /** As new. */
        SOUND(null),
        /** Marks of use. */
        WORN(Devices.DeviceWear.GOOD),
        /** Damaged. */
        DAMAGED(Devices.DeviceWear.DAMAGED);

        private final Devices.DeviceWear wear;

        LoanCondition(Devices.DeviceWear wear) {
            this.wear = wear;
        }

        /** What a device is known to be that comes back like this, if nothing worse is known; null for nothing new. */
        Devices.DeviceWear wear() {
            return wear;
        }
    }

    /**
     * Devices are handed out to one borrower.
     *
     * @param borrower    name of the person or class
     * @param schoolClass class of the pupil, may be null
     * @param contact     how the borrower is reached, may be null
     * @param minor       true: somebody signs for the borrower, a pupil
     * @param guardian    who signs for a minor, null for teachers and classes
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

    /** One of several devices that are back; lacking and note as in {@link TakeBack}. */
    public record Back(@NotNull Long loanId, @NotNull Integer version, @NotNull LoanCondition condition, @Size(max = 500) String lacking,
            @Size(max = 2000) String note) {
    }

    /** Several devices are back. */
    public record TakeBackAll(@NotEmpty @Size(max = MOST) List<@NotNull @Valid Back> loans) {
    }

    /**
     * Another device in place of the one that comes back.
     *
     * @param deviceId     the other device
     * @param condition    of the one that comes back
     * @param lacking      accessories that did not come back, may be null
     * @param conditionOut of the other one
     * @param accessories  what goes out with the other one, may be null
     */
    public record Swap(@NotNull Integer version, @NotNull Long deviceId, @NotNull LoanCondition condition, @Size(max = 500) String lacking,
            @Size(max = 2000) String note, @NotNull LoanCondition conditionOut, @Size(max = 500) String accessories) {
    }

    /** What is known of the person, put right; the note says why. */
    public record Correct(@NotNull Integer version, @NotBlank @Size(max = 120) String borrower, @Size(max = 40) String schoolClass,
            @Size(max = 200) String contact, Boolean minor, @Size(max = 120) String guardian, Boolean signed, @NotBlank @Size(max = 2000) String note) {
    }

    /** A step with its reason. */
    public record Why(@NotNull Integer version, @NotBlank @Size(max = 2000) String note) {
    }
}
