package de.schulpakt.identity.provider;

import de.schulpakt.identity.Grant;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the rules make of claims, and what they gave before: the same for the run and for the look beforehand. */
final class ClaimTable {
    private ClaimTable() {
    }

    /** The grants that the claims give, each with the oldest rule that gives it. */
    static Map<Grant, ClaimRule> of(EntityManager em, ProviderClaims claims) {
        Map<Grant, ClaimRule> found = new LinkedHashMap<>();
        em.createQuery("select r from ClaimRule r order by r.id", ClaimRule.class).getResultStream().filter(rule -> rule.fits(claims))
                .forEach(rule -> found.putIfAbsent(rule.grant(), rule));
        return found;
    }

    /** What claims gave this account before. */
    static List<ProviderRole> before(EntityManager em, long userId) {
        return em.createQuery("select r from ProviderRole r where r.userId = :user order by r.id", ProviderRole.class).setParameter("user", userId)
                .getResultList();
    }

    static Set<Grant> grants(List<ProviderRole> roles) {
        return roles.stream().map(ProviderRole::grant).collect(Collectors.toSet());
    }
}
