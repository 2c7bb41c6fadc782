package de.schulpakt.identity.person;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.account.Users;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.person.PersonalData;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** People who have left: what would be done with their data, and doing it. */
@UseCases
public class Leavers {
    private static final int MOST = 200;
    private static final String LEFT = "select u.id as id, u.login as login, u.name as name, u.leftAt as leftAt from AppUser u"
            + " where u.active = false and u.forgottenAt is null";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Users users;
    @Inject
    History history;
    @Inject
    PersonalParts parts;

    /** Somebody who has left and whose name still stands; {@code due} if the rule says that it goes with the next run. */
    public record Leaver(Long id, String login, String name, Instant leftAt, boolean due) {
    }

    /** What would be done with the rows of one table; {@code held} if not, because another account has the same name. */
    public record Step(String key, PersonalData.End end, long rows, boolean held) {
    }

    /** What would be done with the data of somebody. */
    public record Plan(Leaver leaver, List<Step> steps) {
    }

    private record Gone(Long id, String login, String name, Instant leftAt) {
    }

    /** Those who have left, the first first. */
    public List<Leaver> left() {
        guard.requireEverywhere(USER_ADMIN);
        return Ask.of(em, Gone.class, LEFT + " order by u.leftAt, u.id").list(MOST).stream().map(this::told).toList();
    }

    /**
     * What would be done with somebody's data. Writes nothing.
     *
     * @throws NotFound if nobody of this id has left
     */
    public Plan plan(long userId) {
        guard.requireEverywhere(USER_ADMIN);
        Leaver leaver = told(Ask.of(em, Gone.class, LEFT + " and u.id = :id").set("id", userId).one().orElseThrow(() -> new NotFound("User", userId)));
        PersonalParts.Person person = person(userId);
        boolean alone = parts.alone(person);
        return new Plan(leaver, parts.all().stream().map(part -> new Step(part.table() + "." + part.by(), part.end(), parts.count(part, person),
                held(part, alone))).filter(step -> step.rows() > 0).toList());
    }

    /**
     * Replaces the name of somebody who has left by a number, for good.
     *
     * @throws Refused {@code user.here} for somebody who has not left; {@code user.forgotten} if it was done already
     */
    public void forget(long userId) {
        guard.requireEverywhere(USER_ADMIN);
        replace(person(userId));
    }

    /** The next one whom the rule forgets; false if there is none, or no rule. */
    boolean forgetNext() {
        if (LeaverRule.days() == 0) {
            return false;
        }
        List<Gone> due = Ask.of(em, Gone.class, LEFT + " and u.leftAt < :old order by u.leftAt, u.id").set("old", old()).list(1);
        due.forEach(gone -> replace(person(gone.id())));
        return !due.isEmpty();
    }

    private void replace(PersonalParts.Person person) {
        String number = "person-" + person.id();
        boolean alone = parts.alone(person);
        // first the account: who is still here is refused before anything is changed
        users.forget(person.id(), number);
        for (PersonalData part : parts.all()) {
            if (!held(part, alone)) {
                parts.forget(part, person, number);
            }
        }
        history.rename(person.login(), number);
        if (person.email() != null) {
            history.rename(person.email(), number);
        }
        if (alone) {
            history.rename(person.name(), number);
        }
    }

    private static boolean held(PersonalData part, boolean alone) {
        return part.how() == PersonalData.How.NAME && !alone;
    }

    private PersonalParts.Person person(long userId) {
        return parts.person(userId).orElseThrow(() -> new NotFound("User", userId));
    }

    private Leaver told(Gone gone) {
        return new Leaver(gone.id(), gone.login(), gone.name(), gone.leftAt(), LeaverRule.days() > 0 && gone.leftAt().isBefore(old()));
    }

    private Instant old() {
        return clock.now().minus(Duration.ofDays(LeaverRule.days()));
    }
}
