package de.schulpakt.procurement.request;

import static de.schulpakt.procurement.request.RequestAction.DELIVER;
import static de.schulpakt.procurement.request.RequestAction.DROP;
import static de.schulpakt.procurement.request.RequestAction.ORDER;
import static de.schulpakt.procurement.request.RequestAction.REOPEN;
import static de.schulpakt.procurement.request.RequestState.APPROVED;
import static de.schulpakt.procurement.request.RequestState.CANCELLED;
import static de.schulpakt.procurement.request.RequestState.DELIVERED;
import static de.schulpakt.procurement.request.RequestState.ORDERED;

import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Lets a request follow what happens to the orders of its lines. Runs inside their transaction, the request being locked. */
@ApplicationScoped
class RequestProgress {
    @PersistenceContext
    EntityManager em;
    @Inject
    History history;
    @Inject
    News news;

    /** True if any line of the request was ordered. */
    boolean ordered(Long requestId) {
        return count("select count(l) from OrderLine l, RequestItem i where i.id = l.requestItemId and i.requestId = :request",
                requestId) > 0;
    }

    /**
     * Takes the steps that follow: ordered when no line waits for an order, delivered when nothing is awaited any more,
     * dropped when all was cancelled before anything came; ordered again when goods went back.
     *
     * @param cause what the history says of it, e.g. which order
     */
    void settle(Request request, Said cause) {
        em.flush();
        if (request.state() == APPROVED && count("select count(i) from RequestItem i where i.requestId = :request"
                + " and i.reservationId is not null", request.id()) == 0) {
            history.record(request.ref(), ORDER, request.follow(ORDER), cause);
        }
        if ((request.state() == DELIVERED || request.state() == CANCELLED) && awaited(request)) {
            history.record(request.ref(), REOPEN, request.follow(REOPEN), cause);
        }
        if (request.state() == ORDERED && !awaited(request)) {
            boolean came = count("select count(l) from OrderLine l, RequestItem i where i.id = l.requestItemId"
                    + " and i.requestId = :request and l.delivered > 0", request.id()) > 0;
            RequestAction action = came ? DELIVER : DROP;
            history.record(request.ref(), action, request.follow(action), cause);
            if (!came) {
                news.tell(request.schoolId(), "message.request_cancelled", request.ref());
            }
        }
    }

    private boolean awaited(Request request) {
        return count("select count(l) from OrderLine l, RequestItem i where i.id = l.requestItemId"
                + " and i.requestId = :request and l.delivered + l.cancelled < l.quantity", request.id()) > 0;
    }

    private long count(String jpql, Long requestId) {
        return em.createQuery(jpql, Long.class).setParameter("request", requestId).getSingleResult();
    }
}
