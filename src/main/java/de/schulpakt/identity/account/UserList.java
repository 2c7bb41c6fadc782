package de.schulpakt.identity.account;

import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.ListOfAdministrators;
import de.schulpakt.identity.Places;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.text.Worded;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** All users, each once with all the roles that it has. */
@Queries
public class UserList extends ListOfAdministrators<UserList.Row> {
    /** True for an account, called u, with which nobody can have signed in yet. */
    static final String UNUSED = "(u.passwordHash is null and not exists (select p.id from ProviderAccount p where p.userId = u.id))";

    /** The name of the state of an account, called u. */
    static final String NAMED = "case when u.active = false then 'OFF' when " + UNUSED + " then 'INVITED' else 'ACTIVE' end";

    /** Whether somebody can sign in with an account. */
    public enum AccountState implements Toned {
        /** It has a password, or its owner is known at the identity provider. */
        ACTIVE(Tone.OK, "u.active = true and not " + UserList.UNUSED),
        /** Its owner has set no password yet and came from no identity provider. */
        INVITED(Tone.WAIT, "u.active = true and " + UserList.UNUSED),
        /** It is locked. */
        OFF(Tone.MUTE, "u.active = false");

        private final Tone tone;
        private final String jpql;

        AccountState(Tone tone, String jpql) {
            this.tone = tone;
            this.jpql = jpql;
        }

        static AccountState of(boolean active, boolean unused) {
            return !active ? OFF : unused ? INVITED : ACTIVE;
        }

        /** Which accounts are so. */
        Condition condition() {
            return Condition.of(jpql);
        }

        @Override
        public Tone tone() {
            return tone;
        }
    }

    /**
     * A user in the list of users.
     *
     * @param active  false if it is locked
     * @param invited true while its owner has set no password and came from no identity provider
     */
    public record Row(Long id, String login, String name, String email, Boolean active, Boolean invited, AccountState state, Instant createdAt, List<Held> roles,
            Integer version) {
    }

    /**
     * A role and where it holds.
     *
     * @param place name of the school or the authority, null where it holds everywhere
     */
    public record Held(Role role, Long authorityId, Long schoolId, String place) implements Worded {
        @Override
        public String told(Locale locale) {
            String where = place == null ? Texts.get(locale, "users.everywhere")
                    : Texts.get(locale, schoolId == null ? "users.authority" : "users.school") + ": " + place;
            return Texts.get(locale, role) + " (" + where + ")";
        }
    }

    /** A role of one of the users of a page. */
    record Of(Long userId, Role role, Long authorityId, Long schoolId) {
    }

    private static final Listing<Row> LISTING = Listing.of(Row.class, "users", "/identity/users")
            .from("AppUser u").hidden("version", "u.version").hidden("active", "u.active")
            .hidden("invited", "case when " + UNUSED + " then true else false end")
            .column("login", "users.login", TEXT, "u.login").sorted().always().link("user.xhtml?id={id}")
            .column("name", "users.name", TEXT, "u.name").sorted()
            .column("email", "users.email", TEXT, "u.email").sorted().asked()
            .later("roles", "users.roles", TEXT).none("users.no_role")
            .column("state", "users.state", STATE, NAMED)
            .column("createdAt", "users.since", INSTANT, "u.createdAt").sorted("created").asked()
            .words("text", Words.in().parts("u.login", "u.name", "u.email"))
            .own("role", Role.class, role -> Condition.of("exists (select r.id from RoleAssignment r where r.userId = u.id and r.role = :role)",
                    "role", role))
            .equal("active", Boolean.class, "u.active")
            .own("state", AccountState.class, AccountState::condition)
            .usually("u.login")
            .build();
    @Inject
    Places places;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected List<Row> completed(List<Row> rows) {
        List<Of> held = Ask.of(em, Of.class, """
                select r.userId as userId, r.role as role, r.authorityId as authorityId, r.schoolId as schoolId from RoleAssignment r
                where r.userId in :users order by r.role, r.id""").set("users", rows.stream().map(Row::id).toList()).list();
        Set<Long> schools = held.stream().map(Of::schoolId).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<Long, String> school = names(schools.isEmpty() ? List.of() : places.named(schools));
        Map<Long, String> authority = names(held.stream().anyMatch(h -> h.authorityId() != null) ? places.authorities() : List.of());
        Map<Long, List<Held>> of = held.stream().collect(Collectors.groupingBy(Of::userId, Collectors.mapping(h -> new Held(h.role(),
                h.authorityId(), h.schoolId(), h.schoolId() != null ? school.getOrDefault(h.schoolId(), "")
                        : h.authorityId() != null ? authority.getOrDefault(h.authorityId(), "") : null), Collectors.toList())));
        return rows.stream().map(r -> new Row(r.id(), r.login(), r.name(), r.email(), r.active(), r.invited(), r.state(), r.createdAt(),
                of.getOrDefault(r.id(), List.of()), r.version())).toList();
    }

    private static Map<Long, String> names(List<Places.Place> of) {
        return of.stream().collect(Collectors.toMap(Places.Place::id, Places.Place::name));
    }
}
