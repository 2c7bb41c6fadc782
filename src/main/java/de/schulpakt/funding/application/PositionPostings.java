package de.schulpakt.funding.application;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.funding.ledger.PostingSource;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names the positions of applications, and what no position has, in the ledger, to who sees the applications of the authority. */
@ApplicationScoped
class PositionPostings implements PostingSource {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** A line with what it is called. */
    record Named(Long key, Long id, String no, Integer line, String description) {
        Cause cause() {
            return new Cause("Application", id, no, line, null, null, null, description);
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of("position", "rest");
    }

    @Override
    public Map<Long, Cause> causes(String kind, Set<Long> ids) {
        Scope scope = guard.visibleSchools(APPLICATION_VIEW);
        return Ask.of(em, Named.class, kind.equals("rest") ? """
                select a.id as key_, a.id as id, a.no as no, nullif(1, 1) as line, a.title as description
                from Application a where a.id in :ids and (:everywhere = true or a.authorityId in :authorities)""" : """
                select p.id as key_, a.id as id, a.no as no, p.no as line, p.description as description
                from FundingPosition p join Annex x on x.id = p.annexId join Application a on a.id = x.applicationId
                where p.id in :ids and (:everywhere = true or a.authorityId in :authorities)""").set("ids", ids)
                .set("everywhere", scope.everywhere()).set("authorities", GrantFinder.some(scope.authorities())).list().stream()
                .collect(Collectors.toMap(Named::key, Named::cause));
    }
}
