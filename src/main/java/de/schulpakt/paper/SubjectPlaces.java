package de.schulpakt.paper;

import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Number and place of subjects, looked up once in a request: a page asks for papers and for comments of the same one. Asks nobody
 * for a permission; who calls does.
 */
@RequestScoped
public class SubjectPlaces {
    @PersistenceContext
    EntityManager em;
    @Inject
    @Any
    Instance<PaperSubject> kinds;
    private final Map<String, Ref> known = new HashMap<>();

    private record Place(String no, Long schoolId, Long authorityId) {
    }

    /** The kind of this name, or {@link NotFound}. */
    public PaperSubject kind(String type) {
        return kinds.stream().filter(k -> k.type().equals(type)).findFirst().orElseThrow(() -> new NotFound("PaperSubject", type));
    }

    /** The kinds that stand by themselves at a place, by name. */
    public List<String> types() {
        return kinds.stream().filter(k -> k.jpql() != null && !k.shared()).map(PaperSubject::type).sorted().toList();
    }

    /** The applications to which a subject belongs, by the question of its kind. */
    public List<Long> awards(PaperSubject kind, long id) {
        return Ask.of(em, Long.class, kind.awards()).set("id", id).list();
    }

    /** The subject with its number and its place, or {@link NotFound}. */
    public Ref of(String type, long id) {
        String jpql = kind(type).jpql();
        if (jpql == null) {
            throw new NotFound(type, id);
        }
        Ref ref = known.get(type + id);
        if (ref == null) {
            Place place = Ask.of(em, Place.class, jpql).set("id", id).one().orElseThrow(() -> new NotFound(type, id));
            ref = new Ref(type, id, place.no()).ofSchool(place.schoolId()).ofAuthority(place.authorityId());
            known.put(type + id, ref);
        }
        return ref;
    }
}
