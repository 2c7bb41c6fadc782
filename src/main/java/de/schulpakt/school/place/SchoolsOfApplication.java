package de.schulpakt.school.place;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Fold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Narrows lists of schools, or of what schools have, down to those of an application: for who may see it; for all others it is not there. */
@ApplicationScoped
public class SchoolsOfApplication {
    /** The parameter of the lists. */
    public static final String PARAMETER = "application";
    private static final Condition NOTHING = Condition.of("1 = 0");

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** Lets pass what belongs to a school of the application; whoever uses it asks {@link #seen}, too. */
    public static Condition of(String schoolPath, Long applicationId) {
        return Condition.of(schoolPath + " in (select x.schoolId from Annex x where x.applicationId = :application)", PARAMETER, applicationId);
    }

    /** Lets nothing pass where a view names an application that the asker may not see, or that there is not. */
    public Condition seen(ListView view) {
        // read as the filter reads it: what narrows the list down is what is asked for here
        List<Long> named = view.sent().getOrDefault(PARAMETER, List.of()).stream().map(Fold::text).filter(text -> text != null && text.matches("-?\\d{1,18}"))
                .map(Long::valueOf).distinct().toList();
        return named.stream().allMatch(this::seen) ? Condition.ALL : NOTHING;
    }

    private boolean seen(Long id) {
        Long authority = Ask.of(em, Long.class, "select a.authorityId as id from Application a where a.id = :id").set("id", id).one().orElse(null);
        if (authority == null) {
            return false;
        }
        try {
            guard.requireAward(APPLICATION_VIEW, id, authority);
            return true;
        } catch (NotFound | Forbidden hidden) {
            return false;
        }
    }
}
