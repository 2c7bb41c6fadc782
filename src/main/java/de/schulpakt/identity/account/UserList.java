package de.schulpakt.identity.account;

import static de.schulpakt.platform.list.Column.Kind.FLAG;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.ListOfAdministrators;
import de.schulpakt.identity.Places;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.Queries;
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
    /** A user in the list of users. */
    public record Row(Long id, String login, String name, String email, Boolean active, Instant createdAt, List<Held> roles, Integer version) {
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
            .from("AppUser u").hidden("version", "u.version")
            .column("login", "users.login", TEXT, "u.login").sorted().always().link("user.xhtml?id={id}")
            .column("name", "users.name", TEXT, "u.name").sorted()
            .column("email", "users.email", TEXT, "u.email").sorted().asked()
            .later("roles", "users.roles", TEXT).none("users.no_role")
            .column("active", "users.may_sign_in", FLAG, "u.active").sorted()
            .column("createdAt", "users.since", INSTANT, "u.createdAt").sorted("created").asked()
            .words("text", Words.in().parts("u.login", "u.name", "u.email"))
            .own("role", Role.class, role -> Condition.of("exists (select r.id from RoleAssignment r where r.userId = u.id and r.role = :role)",
                    "role", role))
            .equal("active", Boolean.class, "u.active")
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
        return rows.stream().map(r -> new Row(r.id(), r.login(), r.name(), r.email(), r.active(), r.createdAt(),
                of.getOrDefault(r.id(), List.of()), r.version())).toList();
    }

    private static Map<Long, String> names(List<Places.Place> of) {
        return of.stream().collect(Collectors.toMap(Places.Place::id, Places.Place::name));
    }
}
