package de.schulpakt.identity;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Texts;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** The user on whose behalf this request runs; nobody until {@link SignIn} says who. */
@RequestScoped
public class CurrentUser implements Actor {
    private Long id;
    private String login;
    private String name;
    private List<Grant> grants = List.of();
    private final Map<Long, Long> authorityOfSchool = new HashMap<>();

    /** True once somebody is known. */
    public boolean signedIn() {
        return id != null;
    }

    @Override
    public Long id() {
        return id;
    }

    /** Login name, null when nobody is signed in. */
    public String login() {
        return login;
    }

    @Override
    public String name() {
        return name == null ? Texts.get(Locale.GERMAN, "actor.system") : name;
    }

    /** Roles and where they hold. */
    public List<Grant> grants() {
        return grants;
    }

    /** The roles, wherever they hold. */
    public Set<Role> roles() {
        return grants.stream().map(Grant::role).collect(Collectors.toSet());
    }

    void become(Account account) {
        this.id = account.id();
        this.login = account.login();
        this.name = account.name();
        this.grants = account.grants();
        this.authorityOfSchool.clear();
    }

    void leave() {
        this.id = null;
        this.login = null;
        this.name = null;
        this.grants = List.of();
    }

    /** Asked once per school and request, because a page asks for many actions of the same school. */
    Long authorityOf(long schoolId, LongFunction<Long> lookUp) {
        if (!authorityOfSchool.containsKey(schoolId)) {
            authorityOfSchool.put(schoolId, lookUp.apply(schoolId));
        }
        return authorityOfSchool.get(schoolId);
    }

    /** What is known of a user who signs in. */
    record Account(Long id, String login, String name, List<Grant> grants) {
    }
}
