package de.schulpakt.funding.annex;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Questions about the annex of one school. */
@Queries
public class AnnexQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    ApplicationQueries applications;
    @Inject
    History history;

    /** The application of an annex, and whose it is. */
    private record Of(Long applicationId, Long authorityId) {
    }

    /**
     * The annex of a school within its application.
     *
     * @param timeline what was done with its files
     */
    public record View(Long id, Long applicationId, String applicationNo, String applicationTitle, ApplicationState state, ApplicationQueries.AnnexView annex,
            List<HistoryEntry> timeline) {
    }

    /**
     * One annex.
     *
     * @throws NotFound if there is none, or the asker may not see its application
     */
    public View view(long id) {
        Of of = Ask.of(em, Of.class, "select a.id as applicationId, a.authorityId as authorityId from Annex x join Application a on a.id = x.applicationId where x.id = :id")
                .set("id", id).one().orElseThrow(() -> new NotFound("Annex", id));
        try {
            guard.requireAward(APPLICATION_VIEW, of.applicationId(), of.authorityId());
        } catch (NotFound hidden) {
            throw new NotFound("Annex", id);
        }
        ApplicationQueries.View a = applications.view(of.applicationId());
        return a.annexes().stream().filter(x -> x.id() == id).findFirst()
                .map(x -> new View(id, a.id(), a.no(), a.title(), a.state(), x, history.of("Annex", id))).orElseThrow(() -> new NotFound("Annex", id));
    }
}
