package de.schulpakt.school.place;

import de.schulpakt.identity.Places;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Names authorities and schools for the administration of roles, which lies below this module. */
@ApplicationScoped
public class SchoolPlaces implements Places {
    @PersistenceContext
    EntityManager em;

    @Override
    public List<Place> authorities() {
        return em.createQuery("select new de.schulpakt.identity.Places.Place(a.id, a.name) from Authority a order by a.name",
                Place.class).getResultList();
    }

    @Override
    public List<Place> schools() {
        return em.createQuery("select new de.schulpakt.identity.Places.Place(s.id, s.name) from School s"
                + " where s.authorityId is not null order by s.name", Place.class).getResultList();
    }
}
