package de.schulpakt.identity;

import de.schulpakt.platform.list.Condition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The applications for which somebody has a permission, as a condition of a query.
 *
 * @param scope       whole authorities and schools
 * @param single      applications beside them
 * @param authorities of which these must be; null for any
 */
public record Awards(Scope scope, Set<Long> single, Set<Long> authorities) {
    private static final Set<Long> NOBODY = Set.of(-1L);

    /** True if only single applications are seen, so that nothing may be said of an authority as a whole. */
    public boolean limited() {
        return scope.isEmpty() && !single.isEmpty();
    }

    /** The condition over JPQL paths to the ids of an application and of its authority. */
    public Condition of(String application, String authority) {
        return beside(scope.ofAuthority(authority), application, authority);
    }

    /** The condition over JPQL paths to the id of an application, and the alias of a School. */
    public Condition ofSchool(String application, String school) {
        return beside(scope.of(school), application, school + ".authorityId");
    }

    /** What passes by its place, and with it what this condition, which names {@code :scopeAwards}, lets pass for single applications. */
    public Condition or(Condition place, String jpql, String authority) {
        if (scope.everywhere() || single.isEmpty()) {
            return place;
        }
        Condition among = new Condition(jpql, Map.of("scopeAwards", some(single)));
        Condition both = authorities == null ? among : Condition.and(List.of(among, Condition.of(authority + " in :scopeAwardsOf", "scopeAwardsOf", some(authorities))));
        return Condition.or(List.of(place, both));
    }

    private Condition beside(Condition place, String application, String authority) {
        return or(place, application + " in :scopeAwards", authority);
    }

    private static Collection<Long> some(Set<Long> ids) {
        return ids.isEmpty() ? NOBODY : ids;
    }
}
