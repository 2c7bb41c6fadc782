package de.schulpakt.school.place;

import de.schulpakt.identity.SchoolAuthorities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Tells the guard to which authority a school belongs: one statement per school and request. */
@ApplicationScoped
class SchoolAuthorityLookup implements SchoolAuthorities {
    @PersistenceContext
    EntityManager em;

    @Override
    public Long authorityOf(long schoolId) {
        List<Long> found = em.createQuery("select s.authorityId from School s where s.id = :id", Long.class)
                .setParameter("id", schoolId).getResultList();
        return found.isEmpty() ? null : found.get(0);
    }
}
