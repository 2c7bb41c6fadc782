package de.schulpakt.funding.revision;

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

/** Names versions in the ledger, to who sees the applications of the authority. */
@ApplicationScoped
class RevisionPostings implements PostingSource {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    private record Named(Long key, Long id, String no, String why) {
        Cause cause() {
            return new Cause("Revision", id, no, null, null, null, null, why);
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of("revision_line");
    }

    @Override
    public Map<Long, Cause> causes(String kind, Set<Long> ids) {
        Scope scope = guard.visibleSchools(APPLICATION_VIEW);
        return Ask.of(em, Named.class, """
                select l.id as key_, r.id as id, r.no as no, l.why as why from RevisionLine l join Revision r on r.id = l.revisionId
                where l.id in :ids and (:everywhere = true or r.authorityId in :authorities)""").set("ids", ids).set("everywhere", scope.everywhere())
                .set("authorities", scope.authorities().isEmpty() ? List.of(-1L) : scope.authorities()).list().stream().collect(Collectors.toMap(Named::key, Named::cause));
    }
}
