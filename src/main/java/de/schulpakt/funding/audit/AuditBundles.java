package de.schulpakt.funding.audit;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.row.Ask;
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

    /** What stands in the application. */
    record Head(String no, Long authorityId) {
    }

    /**
     * Records that somebody fetches the bundle of an application, and answers what it is called.
     *
     * @throws NotFound if there is none or the asker may not see it
     */
    public String fetch(long applicationId) {
        Head head = Ask.of(em, Head.class, "select a.no as no, a.authorityId as authorityId from Application a where a.id = :id").set("id", applicationId).one()
                .orElseThrow(() -> new NotFound("Application", applicationId));
        guard.requireAuthority(APPLICATION_VIEW, head.authorityId());
        history.record(new Ref("Application", applicationId, head.no()).ofAuthority(head.authorityId()), AuditAction.FETCH_BUNDLE);
        return "Schulpakt-" + head.no() + "-" + clock.today() + ".zip";
    }
}
