package de.schulpakt.identity.deputy;

import static de.schulpakt.identity.Permission.ROLE_CONFIRM;
import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.SchoolAuthorities;
import de.schulpakt.identity.account.SecurityLog;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Day;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Who acts for whom: named by the one who is away or by an administrator, confirmed by a second person where money is moved, ended by either. */
@UseCases
public class Deputies {
    private static final int MOST_DAYS = 366;

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
    News news;
    @Inject
    SecurityLog log;
    @Inject
    Instance<SchoolAuthorities> schools;
    @Inject
    Event<SignIn.Changed> changed;

    /** Who is to act for the asker, by login, from the first day to the last. */
    public record Name(@NotBlank @Size(max = 80) String login, @NotNull @Day(back = 1, ahead = 3) LocalDate fromOn,
            @NotNull @Day(back = 1, ahead = 3) LocalDate toOn, @Size(max = 300) String note) {
    }

    private record Person(Long id, String login, String name) {
    }

    /** Who is to act for somebody who cannot say so, by login, from the first day to the last, and why. */
    public record NameFor(@NotBlank @Size(max = 80) String login, @NotNull @Day(back = 1, ahead = 3) LocalDate fromOn,
            @NotNull @Day(back = 1, ahead = 3) LocalDate toOn, @NotBlank @Size(max = 300) String note) {
    }

    /**
     * Names a deputy for oneself. What moves money passes on when a second person has confirmed it; nobody is asked if the deputy may move the same
     * money already.
     *
     * @return id of the deputy
     * @throws Refused {@code deputy.nobody} if there is no such active account, {@code deputy.oneself}; {@code deputy.period} for days
     *                 in the past, in the wrong order or of more than a year; {@code deputy.nothing} if the asker has no role that can
     *                 be passed on; {@code deputy.elsewhere} if the two have no authority in common; {@code account.by_token}
     */
    @Unguarded("Only one's own rights, as one has them.")
    public Long name(@Valid Name cmd) {
        Person me = person("u.id = :key", current.person());
        Deputy made = made(me, cmd, null);
        news.tellPerson(made.deputyId(), "message.deputy_named", made.ref(me.name()));
        return made.id();
    }

    /**
     * Names a deputy for somebody who is away and did not: an administrator, with the reason. The same rights pass on as if the person
     * had done it; what moves money waits for a second person, who is neither of the two and not the administrator. Both are told.
     *
     * @param user who is away
     * @return id of the deputy
     * @throws Refused as {@link #name}; {@code deputy.use_own} for the administrator's own account; {@code deputy.no_second} if nobody is
     *                 left who could confirm what moves money
     */
    public Long nameFor(long user, @Valid NameFor cmd) {
        guard.requireEverywhere(USER_ADMIN);
        Long admin = current.person();
        if (admin == user) {
            throw new Refused("deputy.use_own");
        }
        Person away = person("u.id = :key", user);
        Deputy made = made(away, new Name(cmd.login(), cmd.fromOn(), cmd.toOn(), cmd.note()), admin);
        news.tellPerson(made.deputyId(), "message.deputy_named_for", made.ref(away.name()));
        news.tellPerson(user, "message.deputy_named_by", made.ref(person("u.id = :key", made.deputyId()).name()));
        return made.id();
    }

    private Deputy made(Person of, Name cmd, Long admin) {
        Person deputy = Ask.of(em, Person.class, "select u.id as id, u.login as login, u.name as name from AppUser u where u.login = :key and u.active = true")
                .set("key", cmd.login().strip()).one().orElseThrow(() -> new Refused("deputy.nobody"));
        if (deputy.id().equals(of.id())) {
            throw new Refused("deputy.oneself");
        }
        LocalDate today = clock.today();
        if (cmd.fromOn().isBefore(today) || cmd.toOn().isBefore(cmd.fromOn()) || cmd.toOn().isAfter(cmd.fromOn().plusDays(MOST_DAYS))) {
            throw new Refused("deputy.period");
        }
        List<Grant> passed = grants(of.id()).stream().filter(g -> g.role() != Role.ADMIN).toList();
        if (passed.isEmpty()) {
            throw new Refused("deputy.nothing");
        }
        List<Grant> theirs = grants(deputy.id());
        if (theirs.stream().noneMatch(their -> passed.stream().anyMatch(own -> together(own, their)))) {
            throw new Refused("deputy.elsewhere");
        }
        // who may move the same money already gets nothing that a second person would have to look at
        boolean money = passed.stream().anyMatch(g -> g.role().needsSecond() && theirs.stream().noneMatch(their -> covers(their, g)));
        boolean waits = money && anybodyElse(of.id(), deputy.id(), admin);
        if (money && !waits && admin != null) {
            throw new Refused("deputy.no_second");
        }
        Deputy made = new Deputy(of.id(), deputy.id(), cmd.fromOn(), cmd.toOn(), cmd.note() == null || cmd.note().isBlank() ? null : cmd.note().strip(),
                waits, admin, clock.now());
        em.persist(made);
        em.flush();
        Sentence days = Sentence.of("said.deputy", deputy.name(), cmd.fromOn(), cmd.toOn());
        record(made, of, DeputyAction.NAME, SecurityLog.SecurityKind.DEPUTY_NAMED, !money ? List.of(days)
                : List.of(days, Sentence.of(waits ? "said.deputy_waits" : "said.alone")));
        if (waits) {
            news.tellEverywhere("message.deputy_waits", made.ref(of.name()));
        }
        return made;
    }

    /**
     * Confirms as a second person that a deputy moves money, too.
     *
     * @throws Refused {@code deputy.not_own} for either of the two, and for the administrator who named it; {@code deputy.ended} if it waits no longer
     */
    public void confirm(long id) {
        guard.requireEverywhere(ROLE_CONFIRM);
        Deputy deputy = waiting(id);
        deputy.confirm(current.id(), clock.now());
        Person of = person("u.id = :key", deputy.userId());
        record(deputy, of, DeputyAction.CONFIRM, SecurityLog.SecurityKind.DEPUTY_CONFIRMED, said(deputy));
        news.tellPerson(deputy.userId(), "message.deputy_confirmed", deputy.ref(person("u.id = :key", deputy.deputyId()).name()));
    }

    /** Says as a second person that a deputy is not to move money: with that the whole ends. Refused as {@link #confirm}. */
    public void decline(long id) {
        guard.requireEverywhere(ROLE_CONFIRM);
        Deputy deputy = waiting(id);
        finish(deputy, DeputyAction.DECLINE);
        news.tellPerson(deputy.userId(), "message.deputy_declined", deputy.ref(person("u.id = :key", deputy.deputyId()).name()));
    }

    /**
     * Ends it before its last day: either of the two, or an administrator.
     *
     * @throws Refused {@code deputy.ended} if it is over already
     */
    public void end(long id) {
        Deputy deputy = Find.locked(em, Deputy.class, id);
        if (!deputy.concerns(current.id())) {
            guard.requireEverywhere(USER_ADMIN);
        }
        if (!deputy.open(clock.today())) {
            throw new Refused("deputy.ended");
        }
        finish(deputy, DeputyAction.END);
        long other = Long.valueOf(deputy.userId()).equals(current.id()) ? deputy.deputyId() : deputy.userId();
        news.tellPerson(other, "message.deputy_ended", deputy.ref(person("u.id = :key", other == deputy.userId() ? deputy.deputyId() : deputy.userId()).name()));
    }

    private Deputy waiting(long id) {
        Deputy deputy = Find.locked(em, Deputy.class, id);
        if (deputy.concerns(current.id()) || deputy.namedBy(current.id())) {
            throw new Refused("deputy.not_own");
        }
        if (!deputy.waits() || !deputy.open(clock.today())) {
            throw new Refused("deputy.ended");
        }
        return deputy;
    }

    private void finish(Deputy deputy, DeputyAction how) {
        deputy.end(current.id(), clock.now());
        Person of = person("u.id = :key", deputy.userId());
        record(deputy, of, how, SecurityLog.SecurityKind.DEPUTY_ENDED, said(deputy));
    }

    private List<Sentence> said(Deputy deputy) {
        return List.of(Sentence.of("said.deputy", person("u.id = :key", deputy.deputyId()).name(), deputy.fromOn(), deputy.toOn()));
    }

    private void record(Deputy deputy, Person of, DeputyAction action, SecurityLog.SecurityKind kind, List<Sentence> facts) {
        em.flush();
        changed.fire(new SignIn.Changed(deputy.deputyId()));
        history.record(new Ref("User", of.id(), of.login()).ofNobody(), action, Said.all(facts));
        log.write(kind, of.id(), of.login(), facts.toArray(Sentence[]::new));
    }

    private Person person(String where, Object key) {
        return Ask.of(em, Person.class, "select u.id as id, u.login as login, u.name as name from AppUser u where " + where).set("key", key).one()
                .orElseThrow(() -> new NotFound("User", key));
    }

    private List<Grant> grants(Long userId) {
        return Ask.of(em, Grant.class, "select r.role as role, r.authorityId as authorityId, r.schoolId as schoolId from RoleAssignment r"
                + " where r.userId = :user").set("user", userId).list();
    }

    /** True if the one is the same role at the same place, or everywhere. */
    private static boolean covers(Grant their, Grant wanted) {
        return their.role() == wanted.role() && (their.authorityId() == null && their.schoolId() == null
                || Objects.equals(their.authorityId(), wanted.authorityId()) && Objects.equals(their.schoolId(), wanted.schoolId()));
    }

    /** True if both roles hold somewhere in one authority. */
    private boolean together(Grant one, Grant other) {
        Long first = authority(one);
        Long second = authority(other);
        return first == null || second == null || first.equals(second);
    }

    /** Null for everywhere. */
    private Long authority(Grant grant) {
        if (grant.schoolId() == null) {
            return grant.authorityId();
        }
        Long authority = schools.get().authorityOf(grant.schoolId());
        return authority == null ? Long.valueOf(-grant.schoolId()) : authority;
    }

    private boolean anybodyElse(long one, long other, Long admin) {
        return em.createQuery("select count(u) from AppUser u join RoleAssignment r on r.userId = u.id where u.active = true"
                        + " and r.role in :roles and r.authorityId is null and r.schoolId is null and u.id <> :one and u.id <> :other and u.id <> :admin", Long.class)
                .setParameter("roles", Arrays.stream(Role.values()).filter(Role::needsSecond).toList()).setParameter("one", one)
                .setParameter("other", other).setParameter("admin", admin == null ? other : admin).getSingleResult() > 0;
    }
}
