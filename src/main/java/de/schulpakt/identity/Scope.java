package de.schulpakt.identity;

import de.schulpakt.platform.Visible;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.row.Ask;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The schools for which somebody has a permission, as a condition of a query: a list never loads what it must hide. */
public record Scope(boolean everywhere, Set<Long> authorities, Set<Long> schools) implements Visible {
    private static final Set<Long> NOBODY = Set.of(-1L);

    /** True when no school is in scope. */
    public boolean isEmpty() {
        return !everywhere && authorities.isEmpty() && schools.isEmpty();
    }

    /** True when the school of that authority is in scope. */
    public boolean contains(Long authorityId, Long schoolId) {
        return everywhere || authorityId != null && authorities.contains(authorityId)
                || schoolId != null && schools.contains(schoolId);
    }

    /** JPQL condition over the alias of a School. Call {@link #bind} on the query. */
    public String school(String alias) {
        return everywhere ? " 1 = 1" : " (" + alias + ".authorityId in :scopeAuthorities or " + alias + ".id in :scopeSchools)";
    }

    /** Sets the parameters of {@link #school}. */
    public <Q extends Query> Q bind(Q query) {
        if (!everywhere) {
            query.setParameter("scopeAuthorities", some(authorities));
            query.setParameter("scopeSchools", some(schools));
        }
        return query;
    }

    /** The condition over the alias of a School, for a list. */
    public Condition of(String alias) {
        return everywhere ? Condition.ALL : new Condition(school(alias).strip(), Map.of("scopeAuthorities", some(authorities),
                "scopeSchools", some(schools)));
    }

    /** The condition over a JPQL path to the id of an authority, for a list of what belongs to authorities as a whole. */
    public Condition ofAuthority(String path) {
        return everywhere ? Condition.ALL : Condition.of(path + " in :scopeAuthorities", "scopeAuthorities", some(authorities));
    }

    /** Sets the parameters of {@link #school}. */
    public <T> Ask<T> bind(Ask<T> ask) {
        return everywhere ? ask : ask.set("scopeAuthorities", some(authorities)).set("scopeSchools", some(schools));
    }

    private static Collection<Long> some(Set<Long> ids) {
        return ids.isEmpty() ? NOBODY : ids;
    }
}
