package de.schulpakt.inventory.ask;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.inventory.ask.AskAction.KEEP;
import static de.schulpakt.inventory.ask.AskAction.OFFER;
import static de.schulpakt.inventory.ask.AskAction.REFUSE;
import static de.schulpakt.inventory.ask.AskAction.REOPEN;
import static de.schulpakt.inventory.ask.AskAction.WITHDRAW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.inventory.booking.Bookings;
import de.schulpakt.inventory.door.DoorKey;
import de.schulpakt.inventory.loan.KeptPeople;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Use cases of asks, for who has no account and for the school that answers. */
@UseCases
public class Asks {
    private static final int MOST_DAYS = 366;
    private static final int LONGEST = 400;
    private static final int AN_HOUR = 60;
    private static final int OPEN = 500;
    private static final int AT_ONCE = 200;

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
    News news;
    @Inject
    SignIn signIn;
    @Inject
    SchoolQueries schools;
    @Inject
    Bookings bookings;

    /**
     * Makes the address at which a school is asked for devices; one that was made before opens nothing any longer.
     *
     * @return secret and code, which are known this once
     * @throws NotFound if there is no such school, or the asker may not lend there
     * @throws Refused  {@code ask.days} for a last day that is over or more than a year ahead
     */
    public Made invite(long schoolId, @Valid Invite cmd) {
        schools.mustBeThere(schoolId);
        guard.require(LOAN_EDIT, schoolId);
        schools.mustBeSchool(schoolId);
        LocalDate today = clock.today();
        if (cmd.expiresOn().isBefore(today) || cmd.expiresOn().isAfter(today.plusDays(MOST_DAYS))) {
            throw new Refused("ask.days", cmd.expiresOn());
        }
        open(schoolId).forEach(invite -> invite.end(clock.now()));
        em.flush();
        String secret = DoorKey.secret();
        String code = DoorKey.code();
        em.persist(new AskInvite(schoolId, secret, code, cmd.expiresOn(), clock.now(), actor.name()));
        em.flush();
        history.record(pool(schoolId), AskAction.INVITE, Said.that("said.link_until", cmd.expiresOn()));
        return new Made(secret, code, cmd.expiresOn());
    }

    /** The address opens nothing any longer. Twice is as once. */
    public void endInvite(long schoolId) {
        schools.mustBeThere(schoolId);
        guard.require(LOAN_EDIT, schoolId);
        List<AskInvite> open = open(schoolId);
        open.forEach(invite -> invite.end(clock.now()));
        if (!open.isEmpty()) {
            history.record(pool(schoolId), AskAction.END_INVITE);
        }
    }

    /**
     * Says whether address and code of a school let somebody ask. A wrong code is counted and stays counted.
     *
     * @return the school; null if they open nothing, whatever the reason
     * @throws Refused {@code door.slowly} for who has guessed too often
     */
    @Unguarded("Address and code are the permission.")
    public Long knock(@NotNull @Size(max = 200) String secret, @NotNull @Size(max = 40) String code) {
        AskInvite invite = opened(secret, code);
        return invite == null ? null : invite.schoolId();
    }

    /**
     * Somebody asks for a device.
     *
     * @return address and code of the ask, which are known this once
     * @throws NotFound if address and code open nothing
     * @throws Refused  {@code ask.wrong_days} for days that are over, stand the wrong way round or are more than 400; {@code ask.guardian_missing}
     *                  for a pupil without somebody who signs; {@code ask.no_model} for a model that is not for lending there; {@code ask.too_many}
     */
    @Unguarded("Address and code are the permission; all that comes of it is an ask that the school reads.")
    public Asked ask(@NotNull @Size(max = 200) String secret, @NotNull @Size(max = 40) String code, @NotNull @Valid Ask cmd) {
        AskInvite invite = opened(secret, code);
        if (invite == null) {
            throw new NotFound("LoanInvite", "");
        }
        if (cmd.fromOn().isBefore(clock.today()) || cmd.toOn().isBefore(cmd.fromOn()) || cmd.toOn().isAfter(cmd.fromOn().plusDays(LONGEST))) {
            throw new Refused("ask.wrong_days", cmd.fromOn(), cmd.toOn());
        }
        if (cmd.kind() == Loans.BorrowerKind.PUPIL && LoanAsk.text(cmd.guardian()) == null) {
            throw new Refused("ask.guardian_missing");
        }
        if (cmd.modelId() != null && count("select count(p) from PoolDevice p join Device d on d.id = p.deviceId where p.schoolId = ?1 and p.leftAt is null"
                + " and d.modelId = ?2", invite.schoolId(), cmd.modelId()) == 0) {
            throw new Refused("ask.no_model");
        }
        boolean keyed = cmd.once() != null && cmd.once().length() >= DoorKey.secret().length();
        String own = keyed ? DoorKey.secretOf(invite.id() + ":" + cmd.once()) : DoorKey.secret();
        String key = keyed ? DoorKey.codeOf(own + ":" + cmd.once()) : DoorKey.code();
        LoanAsk before = keyed ? em.createQuery("select a from LoanAsk a where a.secretHash = :hash", LoanAsk.class).setParameter("hash", LoanAsk.found(own))
                .setLockMode(LockModeType.PESSIMISTIC_READ).getResultStream().findFirst().orElse(null) : null;
        if (before != null) {
            return new Asked(before.no(), own, key);
        }
        Instant since = clock.now().minus(Duration.ofHours(1));
        if (count("select count(a) from LoanAsk a where a.inviteId = ?1 and a.cameAt > ?2", invite.id(), since) >= AN_HOUR
                || count("select count(a) from LoanAsk a where a.schoolId = ?1 and a.state = ?2", invite.schoolId(), AskState.ASKED) >= OPEN) {
            throw new Refused("ask.too_many");
        }
        LoanAsk ask = new LoanAsk(numbers.next("F"), invite, cmd, own, key, clock.now());
        em.persist(ask);
        em.flush();
        history.record(ask.ref(), AskAction.ASK);
        news.tell(ask.schoolId(), "message.loan_ask", ask.ref());
        return new Asked(ask.no(), own, key);
    }

    /**
     * Says whether address and code of an ask open it. A wrong code is counted and stays counted.
     *
     * @return the ask; null if they open none, whatever the reason
     * @throws Refused {@code door.slowly} for who has guessed too often
     */
    @Unguarded("Address and code are the permission.")
    public Long look(@NotNull @Size(max = 200) String secret, @NotNull @Size(max = 40) String code) {
        LoanAsk ask = own(secret, code);
        return ask == null ? null : ask.id();
    }

    /**
     * Who has asked does not want it any longer.
     *
     * @throws NotFound if address and code open nothing
     * @throws Refused  {@code state.not_allowed} once the school has answered
     */
    @Unguarded("Address and code are the permission.")
    public void withdraw(@NotNull @Size(max = 200) String secret, @NotNull @Size(max = 40) String code) {
        LoanAsk ask = own(secret, code);
        if (ask == null) {
            throw new NotFound("LoanAsk", "");
        }
        history.record(ask.ref(), WITHDRAW, ask.apply(WITHDRAW), Said.NOTHING);
        ask.withdrawn(clock.now());
        news.goneOn(ask.ref());
    }

    /**
     * A device is kept for who has asked: a booking for these days.
     *
     * @return id of the booking
     * @throws Refused {@code ask.erased}; as {@link Bookings#book}
     */
    public Long offer(long id, @Valid Offer cmd) {
        var step = steps.begin(LoanAsk.class, id, OFFER, cmd.version());
        LoanAsk ask = step.subject();
        mustBeKnown(ask);
        Long booking = bookings.book(new Bookings.Book(ask.schoolId(), cmd.modelId(), 1, cmd.fromOn(), cmd.toOn(), ask.borrowerKind(), ask.borrower(), ask.schoolClass()));
        ask.decided(booking, cmd.words(), clock.now(), actor.name());
        em.persist(new AskOffer(ask.id(), booking));
        step.record(Said.that("said.booked", 1, cmd.fromOn(), cmd.toOn()));
        news.goneOn(ask.ref());
        return booking;
    }

    /** There is none to give; who has asked reads why. The words stand at the ask and not in the history, as they may name somebody. */
    public void refuse(long id, @Valid Refuse cmd) {
        LoanAsk ask = steps.take(LoanAsk.class, id, REFUSE, cmd.version(), null);
        ask.decided(null, cmd.words(), clock.now(), actor.name());
        news.goneOn(ask.ref());
    }

    /**
     * It is to be answered anew; a booking that was made for it is cancelled.
     *
     * @throws Refused {@code ask.erased}; {@code state.not_allowed} if the device went out already
     */
    public void reopen(long id, @Valid Why cmd) {
        LoanAsk ask = steps.take(LoanAsk.class, id, REOPEN, cmd.version(), cmd.note());
        mustBeKnown(ask);
        Long booking = ask.reopen();
        if (booking != null) {
            bookings.cancelled(booking, cmd.note());
        }
    }

    /** What was kept for somebody is not kept any longer: the school answers anew. Nothing is promised to who is erased. */
    void bookingCancelled(@Observes Bookings.Cancelling told) {
        String words = told.words();
        em.createQuery("select a from LoanAsk a where a.bookingId = :booking and a.state = :offered and a.erasedOn is null", LoanAsk.class)
                .setParameter("booking", told.bookingId()).setParameter("offered", AskState.OFFERED).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList()
                .forEach(ask -> {
                    history.record(ask.ref(), REOPEN, ask.apply(REOPEN), Said.words(words));
                    ask.reopen();
                });
    }

    /**
     * What was kept for somebody is kept again after all: it is promised to them again. Refused {@code booking.ask_answered} if the ask was answered otherwise
     * meanwhile, or is not wanted any more: then it is answered anew at the ask.
     */
    void bookingReopened(@Observes Bookings.Reopening told) {
        String words = told.words();
        em.createQuery("select a from LoanAsk a where a.id in (select o.askId from AskOffer o where o.bookingId = :booking) and a.erasedOn is null", LoanAsk.class)
                .setParameter("booking", told.bookingId()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().forEach(ask -> {
                    if (told.bookingId().equals(ask.bookingId())) {
                        return;
                    }
                    if (ask.state() != AskState.ASKED) {
                        throw new Refused("booking.ask_answered", ask.no());
                    }
                    history.record(ask.ref(), KEEP, ask.apply(KEEP), Said.words(words));
                    ask.decided(told.bookingId(), null, clock.now(), actor.name());
                    news.goneOn(ask.ref());
                });
    }

    private static void mustBeKnown(LoanAsk ask) {
        if (ask.borrower() == null) {
            throw new Refused("ask.erased", ask.no());
        }
    }

    /** Erases who has asked for what was decided long enough ago, or stayed open; answers how many asks there were. */
    @Unguarded("Called by the job of each night; erases by rule.")
    public int erase() {
        Instant before = KeptPeople.since(clock.today()).atStartOfDay(Clock.ZONE).toInstant();
        List<LoanAsk> old = em.createQuery("select a from LoanAsk a where a.erasedOn is null and (a.decidedAt < :before or a.decidedAt is null and a.cameAt < :before)"
                + " order by a.id", LoanAsk.class).setParameter("before", before).setMaxResults(AT_ONCE).getResultList();
        old.forEach(ask -> {
            if (ask.state() == AskState.ASKED) {
                history.record(ask.ref(), WITHDRAW, ask.apply(WITHDRAW), Said.NOTHING);
                ask.withdrawn(clock.now());
                news.goneOn(ask.ref());
            }
            ask.erase(clock.today());
            history.record(ask.ref(), AskAction.ERASE);
        });
        return old.size();
    }

    private AskInvite opened(String secret, String code) {
        String hash = AskInvite.found(secret);
        if (signIn.guess("loan-invite " + hash) > 0) {
            throw new Refused("door.slowly");
        }
        AskInvite invite = em.createQuery("select k from AskInvite k where k.secretHash = :hash", AskInvite.class).setParameter("hash", hash)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElse(null);
        if (invite == null || !invite.opens(secret, code, clock.today(), clock.now())) {
            return null;
        }
        signIn.guessed("loan-invite " + hash);
        return invite;
    }

    private LoanAsk own(String secret, String code) {
        String hash = LoanAsk.found(secret);
        if (signIn.guess("loan-ask " + hash) > 0) {
            throw new Refused("door.slowly");
        }
        LoanAsk ask = em.createQuery("select a from LoanAsk a where a.secretHash = :hash", LoanAsk.class).setParameter("hash", hash)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElse(null);
        if (ask == null || !ask.opens(secret, code)) {
            return null;
        }
        signIn.guessed("loan-ask " + hash);
        return ask;
    }

    private List<AskInvite> open(long schoolId) {
        return em.createQuery("select k from AskInvite k where k.schoolId = :school and k.endedAt is null", AskInvite.class).setParameter("school", schoolId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private long count(String jpql, Object first, Object second) {
        return em.createQuery(jpql, Long.class).setParameter(1, first).setParameter(2, second).getSingleResult();
    }

    private static Ref pool(Long school) {
        return new Ref("LoanPool", school, String.valueOf(school)).ofSchool(school);
    }

    /** An address until its last day. */
    public record Invite(@NotNull LocalDate expiresOn) {
    }

    /** Secret and code of an address: shown once. */
    public record Made(String secret, String code, LocalDate expiresOn) {
    }

    /**
     * Somebody wants to borrow a device.
     *
     * @param contact  how the school reaches who asks
     * @param guardian who signs for a pupil, else null
     * @param modelId  what they want, null for any
     * @param toOn     last day
     * @param once     key of the form that was sent, nobody else knows it: what is sent again under it is the same ask, with the same address and code; null for
     *                 a new ask in any case
     */
    public record Ask(@NotNull Loans.BorrowerKind kind, @NotBlank @Size(max = 120) String borrower, @Size(max = 40) String schoolClass,
            @NotBlank @Size(max = 200) String contact, @Size(max = 120) String guardian, Long modelId, @NotNull LocalDate fromOn, @NotNull LocalDate toOn,
            @Size(max = 1000) String words, @Size(max = 80) String once) {
        /** A new ask in any case. */
        public Ask(Loans.BorrowerKind kind, String borrower, String schoolClass, String contact, String guardian, Long modelId, LocalDate fromOn, LocalDate toOn,
                String words) {
            this(kind, borrower, schoolClass, contact, guardian, modelId, fromOn, toOn, words, null);
        }
    }

    /** Number, secret and code of an ask: shown once. */
    public record Asked(String no, String secret, String code) {
    }

    /** What is kept for who has asked; the words are read by them and may be null. */
    public record Offer(@NotNull Integer version, @NotNull Long modelId, @NotNull LocalDate fromOn, @NotNull LocalDate toOn, @Size(max = 1000) String words) {
    }

    /** Why there is none; read by who has asked. */
    public record Refuse(@NotNull Integer version, @NotBlank @Size(max = 1000) String words) {
    }

    /** A step with its reason, which names nobody. */
    public record Why(@NotNull Integer version, @NotBlank @Size(max = 2000) String note) {
    }
}
