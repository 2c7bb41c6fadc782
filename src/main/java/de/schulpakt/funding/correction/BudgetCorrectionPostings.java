package de.schulpakt.funding.correction;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;

import de.schulpakt.funding.ledger.PostingSource;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names corrections in the ledger, to who sees the money of the authority. */
@ApplicationScoped
class BudgetCorrectionPostings implements PostingSource {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** A correction with what it is called. */
    record Named(Long key, String no, String reason) {
        Cause cause() {
            return new Cause("BudgetCorrection", key, no, null, null, null, null, reason);
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of("budget_correction");
    }

    @Override
    public Map<Long, Cause> causes(String kind, Set<Long> ids) {
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        return Ask.of(em, Named.class, """
                select c.id as key_, c.no as no, c.reason as reason from BudgetCorrection c
                where c.id in :ids and (:everywhere = true or c.authorityId in :authorities)""").set("ids", ids)
                .set("everywhere", scope.everywhere()).set("authorities", scope.authorities().isEmpty() ? List.of(-1L) : scope.authorities())
                .list().stream().collect(Collectors.toMap(Named::key, Named::cause));
    }
}
