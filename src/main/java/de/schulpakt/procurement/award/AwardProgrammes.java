package de.schulpakt.procurement.award;

import de.schulpakt.funding.programme.ProgrammeChanging;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Award files are judged by the rules of a programme: it does not change under them. */
@ApplicationScoped
class AwardProgrammes {
    private static final int MOST_NAMED = 10;

    @PersistenceContext
    EntityManager em;

    /** Refuses with {@code programme.has_awards} (numbers of the first files). */
    void programmeChanging(@Observes ProgrammeChanging news) {
        List<String> on = Ask.of(em, String.class, "select f.no from AwardFile f where f.programmeId = :programme order by f.id").set("programme", news.programmeId())
                .list(MOST_NAMED);
        if (!on.isEmpty()) {
            throw new Refused("programme.has_awards", on);
        }
    }
}
