package de.schulpakt.school.place;

import de.schulpakt.identity.Places;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Like;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;

/** Names authorities and schools for the administration of roles, which lies below this module. */
@ApplicationScoped
public class SchoolPlaces implements Places {
    @PersistenceContext
    EntityManager em;

    @Override
    public List<Place> authorities() {
        return Ask.of(em, Place.class, "select a.id, a.name from Authority a order by a.name").list();
    }

    @Override
    public Page<Place> schools(String text, PageRequest page) {
        String where = " from School s where s.authorityId is not null and s.name like :text escape '!'";
        String pattern = Like.asked(text) ? Like.anywhere(text) : "%";
        return Ask.of(em, Place.class, "select s.id, s.name" + where + " order by s.name, s.id").set("text", pattern)
                .page(page, Ask.of(em, Long.class, "select count(s)" + where).set("text", pattern));
    }

    @Override
    public List<Place> named(Collection<Long> schoolIds) {
        return schoolIds.isEmpty() ? List.of()
                : Ask.of(em, Place.class, "select s.id, s.name from School s where s.id in :ids").set("ids", schoolIds).list();
    }
}
