package de.schulpakt.funding.audit;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Bundles of all papers and tables of an application, for who checks the grant. */
@UseCases
public class AuditBundles {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * Records that somebody fetches the bundle of an application, and answers what it is called.
     *
     * @throws NotFound if there is none or the asker may not see it
     */
    public String fetch(long applicationId) {
        Head head = Head.of(em, guard, applicationId);
        history.record(head.ref(applicationId), AuditAction.FETCH_BUNDLE);
        return "Schulpakt-" + head.no() + "-" + clock.today() + ".zip";
    }
}
