package de.schulpakt.identity.limit;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.AwardNames;
import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.account.SecurityLog;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Day;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Limits the role of an auditor to named awards, each from a day to a day. Without any limit the role shows all; with one it shows what
 * belongs to the awards that are named for this day and nothing else, also when no day holds any more.
 */
@UseCases
public class AwardLimits {
    private static final int MOST_DAYS = 1_096;

    /** Whose role is limited. */
    private record Person(Long id, String login) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    SecurityLog log;
    @Inject
    Instance<AwardNames> names;
    @Inject
    Event<SignIn.Changed> changed;

    /**
     * One award more that somebody may look into.
     *
     * @param applicationId the application with the award
     * @param fromOn        first day
     * @param toOn          last day, included
     * @param note          on what ground, such as the order of the audit; may be null
     */
    public record Give(@NotNull Long applicationId, @NotNull @Day(back = 1, ahead = 3) LocalDate fromOn, @NotNull @Day(back = 1, ahead = 3) LocalDate toOn,
            @Size(max = 300) String note) {
    }

    /** Why a limit is ended or lifted. */
    public record Reason(@NotBlank @Size(max = 300) String why) {
    }

    /**
     * Names an award. From now on the role of an auditor shows this person named awards only. It may be said before the role is given.
     *
     * @return id of the limit
     * @throws NotFound if there is no such user, or no such application was handed in
     * @throws Refused  {@code user.not_own_role}: nobody widens the own sight; {@code award_limit.period} for days that are over, in the wrong
     *                  order or more than three years; {@code award_limit.twice} if the award is named already
     */
    public Long give(long userId, @Valid Give cmd) {
        Person user = other(userId);
        LocalDate today = clock.today();
        if (cmd.toOn().isBefore(today) || cmd.toOn().isBefore(cmd.fromOn()) || cmd.toOn().isAfter(cmd.fromOn().plusDays(MOST_DAYS))) {
            throw new Refused("award_limit.period");
        }
        AwardNames.Award award = award(cmd.applicationId());
        if (of(userId).stream().anyMatch(l -> l.applicationId() == award.id() && l.open(today))) {
            throw new Refused("award_limit.twice", award.no());
        }
        String note = cmd.note() == null || cmd.note().isBlank() ? null : cmd.note().strip();
        AwardLimit limit = new AwardLimit(userId, award.id(), cmd.fromOn(), cmd.toOn(), note, current.name(), clock.now());
        em.persist(limit);
        em.flush();
        Sentence said = Sentence.of("said.award_limit", award.no(), cmd.fromOn(), cmd.toOn());
        record(user, AwardLimitAction.GIVE, note == null ? List.of(said) : List.of(said, Sentence.of("said.reason", note)));
        return limit.id();
    }

    /**
     * Ends the sight of one award before its last day; the limit itself stays.
     *
     * @throws NotFound if there is no such limit of this user
     * @throws Refused  {@code user.not_own_role}; {@code award_limit.ended} if it is over already
     */
    public void end(long userId, long limitId, @Valid Reason cmd) {
        Person user = other(userId);
        AwardLimit limit = Find.locked(em, AwardLimit.class, limitId);
        if (limit.userId() != userId) {
            throw new NotFound("AwardLimit", limitId);
        }
        if (!limit.open(clock.today())) {
            throw new Refused("award_limit.ended");
        }
        limit.end(clock.today(), cmd.why().strip());
        em.flush();
        record(user, AwardLimitAction.END, List.of(Sentence.of("said.award", award(limit.applicationId()).no()), Sentence.of("said.reason", cmd.why().strip())));
    }

    /**
     * Lifts all limits of somebody: the role of an auditor shows all again that it shows where it holds.
     *
     * @throws Refused {@code user.not_own_role}; {@code award_limit.none} if there is no limit
     */
    public void lift(long userId, @Valid Reason cmd) {
        Person user = other(userId);
        List<AwardLimit> limits = of(userId);
        if (limits.isEmpty()) {
            throw new Refused("award_limit.none");
        }
        limits.forEach(l -> l.lift(clock.now(), cmd.why().strip()));
        em.flush();
        record(user, AwardLimitAction.LIFT, List.of(Sentence.of("said.reason", cmd.why().strip())));
    }

    private Person other(long userId) {
        guard.requireEverywhere(USER_ADMIN);
        Person user = Ask.of(em, Person.class, "select u.id as id, u.login as login from AppUser u where u.id = :id").set("id", userId).one()
                .orElseThrow(() -> new NotFound("User", userId));
        if (user.id().equals(current.id())) {
            throw new Refused("user.not_own_role");
        }
        return user;
    }

    private AwardNames.Award award(long applicationId) {
        return names.get().of(List.of(applicationId)).stream().findFirst().orElseThrow(() -> new NotFound("Application", applicationId));
    }

    private List<AwardLimit> of(long userId) {
        return em.createQuery("select l from AwardLimit l where l.userId = :user and l.liftedAt is null order by l.id", AwardLimit.class).setParameter("user", userId)
                .getResultList();
    }

    private void record(Person user, AwardLimitAction action, List<Sentence> facts) {
        changed.fire(new SignIn.Changed(user.id()));
        history.record(new Ref("User", user.id(), user.login()).ofNobody(), action, Said.all(facts));
        log.write(SecurityLog.SecurityKind.AWARDS_LIMITED, user.id(), user.login(), facts.toArray(Sentence[]::new));
    }
}
