package de.schulpakt.procurement.request;

import static de.schulpakt.identity.Permission.REQUEST_VIEW;

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

/** Names the lines of requests in the ledger, to who sees the requests of the school. */
@ApplicationScoped
class RequestPostings implements PostingSource {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** A line with what it is called. */
    record Named(Long key, Long id, String no, Integer line, Integer quantity, String item) {
        Cause cause() {
            return new Cause("Request", id, no, line, quantity, null, null, item);
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of("request_item");
    }

    @Override
    public Map<Long, Cause> causes(String kind, Set<Long> ids) {
        Scope scope = guard.visibleSchools(REQUEST_VIEW);
        return scope.bind(Ask.of(em, Named.class, """
                select i.id as key_, r.id as id, r.no as no, i.lineNo as line, i.quantity as quantity, c.name as item
                from RequestItem i join Request r on r.id = i.requestId join CatalogueItem c on c.id = i.itemId
                    join School s on s.id = r.schoolId where i.id in :ids and""" + scope.school("s")))
                .set("ids", ids).list().stream().collect(Collectors.toMap(Named::key, Named::cause));
    }
}
