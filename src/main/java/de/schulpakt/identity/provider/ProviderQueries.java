package de.schulpakt.identity.provider;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules, connections, and what claims would give. */
@Queries
public class ProviderQueries {
    private static final int MOST = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    CurrentUser current;

    /** A rule, with the name of who made it. */
    public record Rule(Long id, String claim, String value, Role role, Long authorityId, Long schoolId, String madeBy, Instant madeAt) {
    }

    /** A connected account. */
    public record Connection(Long userId, String login, String name, String issuer, String subject, Instant linkedAt, Instant seenAt) {
    }

    /** The connection of one's own account. */
    public record Own(String issuer, Instant linkedAt, Instant seenAt) {
    }

    /** What is decided of those whom no account is connected with, and how many hours claims hold. */
    public record Choice(boolean linkByMail, boolean makeAccounts, int hours) {
    }

    /** Claims as JSON, and the login of an account that they would come to; null for a new one. */
    public record Look(@NotBlank @Size(max = 20_000) String claims, @Size(max = 100) String login) {
    }

    /** What would become of a role. */
    public enum Effect {
        /** It would be given, and hold at once. */
        GIVEN,
        /** It would be given, and wait for a second person. */
        WAITS,
        /** It is there already and stays. */
        STAYS,
        /** A claim gave it before and it was taken back by hand: it does not come again. */
        TAKEN_BEFORE,
        /** A claim gave it and does so no longer: it would be taken. */
        TAKEN
    }

    /** A role at a place, what would become of it, and the rule that gives it; null where none does. */
    public record Would(Role role, Long authorityId, Long schoolId, Effect effect, String claim, String value) {
    }

    private record Held(Role role, Long authorityId, Long schoolId) {
        Grant grant() {
            return new Grant(role, authorityId, schoolId);
        }
    }

    /** All rules by claim and value. */
    public List<Rule> rules() {
        guard.requireEverywhere(USER_ADMIN);
        return Ask.of(em, Rule.class, """
                select r.id as id, r.claim as claim, r.wanted as value_, r.role as role, r.authorityId as authorityId, r.schoolId as schoolId,
                  u.name as madeBy, r.madeAt as madeAt
                from ClaimRule r join AppUser u on u.id = r.madeBy order by r.claim, r.wanted, r.id""").list((int) ClaimRules.MOST);
    }

    /** The connected accounts, the last to have signed in first. */
    public List<Connection> connections() {
        guard.requireEverywhere(USER_ADMIN);
        return Ask.of(em, Connection.class, """
                select u.id as userId, u.login as login, u.name as name, a.issuer as issuer, a.subject as subject, a.linkedAt as linkedAt, a.seenAt as seenAt
                from ProviderAccount a join AppUser u on u.id = a.userId order by a.seenAt desc, a.id""").list(MOST);
    }

    /** What is decided. */
    public Choice choice() {
        guard.requireEverywhere(USER_ADMIN);
        return Ask.of(em, Choice.class, "select c.linkByMail as linkByMail, c.makeAccounts as makeAccounts,"
                + " c.claimsHours as hours from ProviderChoice c").one()
                .orElse(new Choice(false, false, ProviderChoice.usualHours()));
    }

    /** The connection of the own account; empty if there is none. */
    @Unguarded("Only what belongs to the asker.")
    public Optional<Own> own() {
        return Ask.of(em, Own.class, "select a.issuer as issuer, a.linkedAt as linkedAt, a.seenAt as seenAt from ProviderAccount a where a.userId = :user"
                + " order by a.id").set("user", current.somebody()).list(1).stream().findFirst();
    }

    /**
     * What these claims would give, and what they would take from an account; nothing is done.
     *
     * @throws Refused {@code provider.claims} if they are no JSON object, {@code provider.nobody} if there is no such account
     */
    public List<Would> look(Look cmd) {
        guard.requireEverywhere(USER_ADMIN);
        ProviderClaims claims = ProviderClaims.typed(cmd.claims());
        Long user = cmd.login() == null || cmd.login().isBlank() ? null : Ask.of(em, Long.class, "select u.id as id from AppUser u where u.login = :login")
                .set("login", cmd.login().strip()).one().orElseThrow(() -> new Refused("provider.nobody"));
        Set<Grant> held = user == null ? Set.of() : Ask.of(em, Held.class, """
                select r.role as role, r.authorityId as authorityId, r.schoolId as schoolId from RoleAssignment r where r.userId = :user""")
                .set("user", user).list().stream().map(Held::grant).collect(Collectors.toSet());
        Set<Grant> before = user == null ? Set.of() : ClaimTable.grants(ClaimTable.before(em, user));
        Map<Grant, ClaimRule> now = ClaimTable.of(em, claims);
        List<Would> would = new ArrayList<>();
        now.forEach((grant, rule) -> would.add(rule.would(held.contains(grant) ? Effect.STAYS : before.contains(grant) ? Effect.TAKEN_BEFORE
                : grant.role().needsSecond() ? Effect.WAITS : Effect.GIVEN)));
        before.stream().filter(grant -> !now.containsKey(grant) && held.contains(grant))
                .forEach(grant -> would.add(new Would(grant.role(), grant.authorityId(), grant.schoolId(), Effect.TAKEN, null, null)));
        return would;
    }
}
