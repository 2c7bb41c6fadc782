package de.schulpakt.funding.redecision;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

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

/** Names corrections of decisions in the ledger, to who sees the applications of the authority. */
@ApplicationScoped
class DecisionCorrectionPostings implements PostingSource {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    private record Named(Long key, Long id, String no, String reason) {
        Cause cause() {
            return new Cause("DecisionCorrection", id, no, null, null, null, null, reason);
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of("decision_correction_line");
    }

    @Override
    public Map<Long, Cause> causes(String kind, Set<Long> ids) {
        Scope scope = guard.visibleSchools(APPLICATION_VIEW);
        return Ask.of(em, Named.class, """
                select l.id as key_, c.id as id, c.no as no, c.reason as reason from DecisionCorrectionLine l join DecisionCorrection c on c.id = l.correctionId
                where l.id in :ids and (:everywhere = true or c.authorityId in :authorities)""").set("ids", ids).set("everywhere", scope.everywhere())
                .set("authorities", scope.authorities().isEmpty() ? List.of(-1L) : scope.authorities()).list().stream().collect(Collectors.toMap(Named::key, Named::cause));
    }
}
