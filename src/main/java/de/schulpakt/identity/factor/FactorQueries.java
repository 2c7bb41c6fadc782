package de.schulpakt.identity.factor;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who has a second factor, and of whom it is demanded. */
@ApplicationScoped
public class FactorQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    CurrentUser current;
    @Inject
    Guard guard;

    /** A second factor: since when it is asked for, and how many recovery codes are left. */
    public record State(Instant confirmedAt, long codes) {
    }

    /** A role, whether it demands a second factor, how many active people have it and how many of them have no second factor. */
    public record RoleRow(Role role, boolean demanded, long people, long without) {
    }

    private record People(Role role, Long people, Long secured) {
    }

    private record Demanded(Role role) {
    }

    /** The own second factor; empty if there is none. */
    @Unguarded("Only what belongs to the asker.")
    public Optional<State> own() {
        return current.signedIn() ? state(current.id()) : Optional.empty();
    }

    /** True if one of the own roles demands a second factor. */
    @Unguarded("Only what belongs to the asker.")
    public boolean ownIsDemanded() {
        return current.signedIn() && FactorStep.demanded(em, current.id());
    }

    /** The second factor of an account; empty if it has none. */
    public Optional<State> of(long userId) {
        guard.requireEverywhere(USER_ADMIN);
        return state(userId);
    }

    /** All roles with what is demanded of them. */
    public List<RoleRow> roles() {
        guard.requireEverywhere(USER_ADMIN);
        Set<Role> demanded = Ask.of(em, Demanded.class, "select d.role as role from FactorDemand d").list().stream().map(Demanded::role)
                .collect(Collectors.toSet());
        List<People> people = Ask.of(em, People.class, """
                select r.role as role, count(distinct r.userId) as people, count(distinct f.userId) as secured
                from RoleAssignment r left join SecondFactor f on f.userId = r.userId and f.confirmedAt is not null
                where r.userId in (select u.id from AppUser u where u.active = true) group by r.role""").list();
        return Arrays.stream(Role.values()).map(role -> people.stream().filter(p -> p.role() == role).findFirst()
                .map(p -> new RoleRow(role, demanded.contains(role), p.people(), p.people() - p.secured()))
                .orElse(new RoleRow(role, demanded.contains(role), 0, 0))).toList();
    }

    private Optional<State> state(long userId) {
        return Ask.of(em, State.class, """
                select f.confirmedAt as confirmedAt,
                  (select count(c.id) from RecoveryCode c where c.userId = f.userId and c.usedAt is null) as codes
                from SecondFactor f where f.userId = :user and f.confirmedAt is not null""").set("user", userId).one();
    }
}
