package de.schulpakt.identity;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The user on whose behalf this request runs; nobody until {@link de.schulpakt.identity.account.SignIn} says who. */
@RequestScoped
public class CurrentUser implements Actor {
    private static final Account NOBODY = new Account(null, null, null, List.of(), null, null, false);

    private Account account = NOBODY;
    private Long key;
    private boolean token;
    private String address;
    private String onBehalfOf;
    private final Map<Long, Long> authorityOfSchool = new HashMap<>();

    /** True once somebody is known. */
    public boolean signedIn() {
        return account.id() != null;
    }

    @Override
    public Long id() {
        return account.id();
    }

    /**
     * Who is signed in, whoever it is.
     *
     * @throws Forbidden if nobody is
     */
    public Long somebody() {
        if (!signedIn()) {
            throw new Forbidden(Permission.USER_ADMIN);
        }
        return account.id();
    }

    /**
     * Who is signed in, and is not a program: programs do not change accounts.
     *
     * @throws Refused {@code account.by_token} if it is a program
     */
    public Long person() {
        if (token) {
            throw new Refused("account.by_token");
        }
        return somebody();
    }

    /** Login name, null when nobody is signed in. */
    public String login() {
        return account.login();
    }

    @Override
    public String name() {
        return account.name() == null ? Texts.get(Locale.GERMAN, "actor.system") : account.name();
    }

    /** Roles and where they hold, those of whom one stands in for among them. */
    public List<Grant> grants() {
        return account.deputed().isEmpty() ? account.grants()
                : Stream.concat(account.grants().stream(), account.deputed().stream().map(Deputed::grant)).distinct().toList();
    }

    /** What may give this permission: nobody passes on the administration or the right to confirm roles. */
    List<Grant> grantsFor(Permission permission) {
        if (account.bounds() != null && !account.bounds().allows(permission)) {
            return List.of();
        }
        return passesOn(permission) ? grants() : account.grants();
    }

    private static boolean passesOn(Permission permission) {
        return permission != Permission.ROLE_CONFIRM && permission != Permission.USER_ADMIN;
    }

    /** The guard has let something pass: by an own right, or by that of somebody whom one stands in for. */
    void passed(Permission permission, Predicate<Grant> holds) {
        boolean own = account.deputed().isEmpty() || !passesOn(permission) || account.grants().stream().anyMatch(g -> g.allows(permission) && holds.test(g));
        onBehalfOf = own ? null : account.deputed().stream().filter(d -> d.grant().allows(permission) && holds.test(d.grant())).findFirst()
                .map(Deputed::of).orElse(null);
    }

    @Override
    public String onBehalfOf() {
        return onBehalfOf;
    }

    /** The roles, wherever they hold. */
    public Set<Role> roles() {
        return grants().stream().map(Grant::role).collect(Collectors.toSet());
    }

    /** {@code de} or {@code en} as chosen in the account, null if nothing was chosen. */
    public String language() {
        return account.language();
    }

    /** {@code light}, {@code dark} or {@code system} as chosen in the account, null if nothing was chosen. */
    public String theme() {
        return account.theme();
    }

    /** True while the password is one that somebody else has chosen: nothing but a new one is possible. */
    public boolean mustChangePassword() {
        return account.mustChangePassword();
    }

    /** The session of this request, null for programs. */
    public Long session() {
        return token ? null : key;
    }

    /** The access token of this request, null for people. */
    public Long tokenId() {
        return token ? key : null;
    }

    /** True if an access token has signed in, and not a person. */
    public boolean byToken() {
        return token;
    }

    /** True if an access token has signed in that changes nothing. */
    public boolean readsOnly() {
        return account.bounds() != null && account.bounds().readsOnly();
    }

    /** True if an access token has signed in that is held to one authority or one school. */
    public boolean placed() {
        return account.bounds() != null && account.bounds().placed();
    }

    /** True if an access token has signed in that was given single rights. */
    public boolean choosy() {
        return account.bounds() != null && account.bounds().rights() != null;
    }

    /** The rights that the access token was given; null for all that its owner has, and for people. */
    public Set<Permission> rights() {
        return account.bounds() == null ? null : account.bounds().rights();
    }

    /**
     * Lets pass what the access token was given, and everything for people: before anything is looked up, so that the answer says nothing of what is there.
     *
     * @throws Forbidden {@code token.right} for a right that it was not given
     */
    void given(Permission permission) {
        if (account.bounds() != null && !account.bounds().chosen(permission)) {
            throw Forbidden.token(permission);
        }
    }

    /**
     * Lets pass who is not held to one place or to single rights: for what belongs to the account as a whole, and for work in the background, which is done with
     * all rights of the account.
     *
     * @throws Refused   {@code token.placed} if it is an access token that is held to one authority or one school
     * @throws Forbidden {@code token.rights} if it is one that was given single rights
     */
    public void unplaced() {
        if (choosy()) {
            throw Forbidden.token();
        }
        if (placed()) {
            throw new Refused("token.placed");
        }
    }

    /** The network address that this request came from, null within the program. */
    public String address() {
        return address;
    }

    /** Where the request comes from; called, like the next three, by {@code SignIn} only, which a test holds. */
    public void from(String newAddress) {
        address = newAddress;
    }

    /** From now on this account acts; with the session or the access token that it came with, null if with neither. */
    public void become(Account newAccount, Long newKey, boolean newToken) {
        account = newAccount;
        key = newKey;
        token = newToken;
        onBehalfOf = null;
        authorityOfSchool.clear();
    }

    /** Nobody acts any more. */
    public void leave() {
        become(NOBODY, null, false);
    }

    /** Who acts, to become that again. */
    public Account account() {
        return account;
    }

    /** True if this role shows only some awards; nothing else is seen by it. */
    boolean limited(Grant grant) {
        return account.awards() != null && grant.role() == Role.AUDITOR;
    }

    /** The applications that a role with a limit shows today; empty without a limit, too. */
    Set<Long> awards() {
        return account.awards() == null ? Set.of() : account.awards();
    }

    /** Asked once per school and request, because a page asks for many actions of the same school. */
    Long authorityOf(long schoolId, LongFunction<Long> lookUp) {
        if (!authorityOfSchool.containsKey(schoolId)) {
            authorityOfSchool.put(schoolId, lookUp.apply(schoolId));
        }
        return authorityOfSchool.get(schoolId);
    }

    /** A role of somebody whom one stands in for, and that one's account and name. */
    public record Deputed(Grant grant, Long ofId, String of) {
    }

    /**
     * What is known of a user who signs in.
     *
     * @param awards the applications that the role of an auditor shows today; null if it shows all
     * @param bounds to what the access token is held that has signed in; null for people and for tokens without bounds
     */
    public record Account(Long id, String login, String name, List<Grant> grants, List<Deputed> deputed, String language, String theme,
            boolean mustChangePassword, Set<Long> awards, Bounds bounds) {
        /** Of somebody who stands in for nobody. */
        public Account(Long id, String login, String name, List<Grant> grants, String language, String theme, boolean mustChangePassword) {
            this(id, login, name, grants, List.of(), language, theme, mustChangePassword, null, null);
        }

        /** The same account within bounds. */
        public Account within(Bounds held, LongFunction<Long> authorityOf) {
            List<Deputed> left = deputed.stream().flatMap(d -> held.of(List.of(d.grant()), authorityOf).stream().map(g -> new Deputed(g, d.ofId(), d.of()))).toList();
            return new Account(id, login, name, held.of(grants, authorityOf), left, language, theme, mustChangePassword, awards, held);
        }
    }
}
