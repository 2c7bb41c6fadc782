package de.schulpakt.procurement.request;

import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The door of the requests for the orders of their lines. Runs inside the order's transaction; the order asks the guard with
 * the schools that {@link #lock} names.
 */
@ApplicationScoped
public class Wishes {
    @PersistenceContext
    EntityManager em;
    @Inject
    History history;
    @Inject
    News news;
    @Inject
    RequestProgress progress;
    @Inject
    Payers payers;

    /**
     * Locks the requests of these lines, the smallest id first, and reads the lines as they are then, by request and line.
     *
     * @throws NotFound if one of the lines does not exist
     * @throws Refused  {@code request.awaits_second} if an approval is still to be confirmed by a second person
     */
    public List<Wish> lock(Collection<Long> ids) {
        Set<Long> once = Set.copyOf(ids);
        if (once.isEmpty()) {
            return List.of();
        }
        Map<Long, Request> requests = new TreeMap<>();
        em.createQuery("select distinct i.requestId from RequestItem i where i.id in :ids order by i.requestId", Long.class)
                .setParameter("ids", once).getResultList().forEach(id -> requests.put(id, Find.locked(em, Request.class, id)));
        requests.values().stream().filter(r -> r.state() == RequestState.AWAITING_SECOND).findFirst().ifPresent(r -> {
            throw new Refused("request.awaits_second", r.no());
        });
        Map<Long, List<Part>> parts = payers.of(once).stream()
                .collect(Collectors.groupingBy(RequestPayer::requestItemId, Collectors.mapping(RequestPayer::part, Collectors.toList())));
        List<Wish> wishes = em.createQuery("select i from RequestItem i where i.id in :ids order by i.requestId, i.lineNo",
                        RequestItem.class).setParameter("ids", once).getResultList().stream()
                .map(i -> i.wish(requests.get(i.requestId()), parts.getOrDefault(i.id(), List.of()))).toList();
        if (wishes.size() < once.size()) {
            throw new NotFound("RequestItem", once);
        }
        return wishes;
    }

    /** These lines are ordered: their reservations are resolved, the schools are told. The action is the order's own. */
    public void ordered(List<Wish> wishes, Enum<?> action, Ref order) {
        wishes.forEach(w -> Find.one(em, RequestItem.class, w.id()).resolved());
        payers.of(wishes.stream().map(Wish::id).toList()).forEach(RequestPayer::resolved);
        each(wishes, request -> {
            history.record(request.ref(), action, of(order));
            progress.settle(request, of(order));
            news.tell(request.schoolId(), "message.ordered", request.ref());
        });
    }

    /** Goods have come for these lines, the schools are told. The action is the order's own. */
    public void delivered(List<Wish> wishes, Enum<?> action, Ref order) {
        each(wishes, request -> {
            RequestState before = request.state();
            progress.settle(request, of(order));
            if (request.state() == before) {
                history.record(request.ref(), action, of(order));
            }
            news.tell(request.schoolId(), "message.delivered", request.ref());
        });
    }

    /** A line that others pay from now on, with what is said of it. */
    public record Repaid(Wish wish, Said said) {
    }

    /**
     * Others pay an ordered line, its request being locked: the parts are those of the request, and its school is told.
     *
     * @throws Refused {@code request.budget_unfit}, {@code request.payer_twice}, {@code request.payers_sum}, {@code request.payer_nothing},
     *                 {@code request.payers_same} if nothing changes
     */
    public Repaid repay(Long itemId, List<Requests.PayFrom> chosen, Ref order) {
        RequestItem item = Find.one(em, RequestItem.class, itemId);
        Request request = Find.one(em, Request.class, item.requestId());
        Map<RequestItem, List<Part>> decided = payers.decide(request, List.of(item), chosen, null);
        if (payers.changed(decided).isEmpty()) {
            throw new Refused("request.payers_same");
        }
        Said said = payers.before(item).and("said.now").and(payers.said(decided));
        payers.pass(item, decided.get(item));
        history.record(request.ref(), RequestAction.CHANGE_PAYERS, said.and("said.order", order));
        news.tell(request.schoolId(), "message.payers_changed", request.ref());
        return new Repaid(item.wish(request, decided.get(item)), said);
    }

    /** Goods for these lines went back, the schools are told. The action is the order's own. */
    public void returned(List<Wish> wishes, Enum<?> action, Ref order) {
        each(wishes, request -> {
            RequestState before = request.state();
            progress.settle(request, of(order));
            if (request.state() == before) {
                history.record(request.ref(), action, of(order));
            }
            news.tell(request.schoolId(), "message.returned", request.ref());
        });
    }

    /** What was awaited for these lines will not come. */
    public void givenUp(List<Wish> wishes, Ref order) {
        each(wishes, request -> progress.settle(request, of(order)));
    }

    private static Said of(Ref order) {
        return Said.that("said.order", order);
    }

    private void each(List<Wish> wishes, Consumer<Request> work) {
        new TreeSet<>(wishes.stream().map(Wish::requestId).toList()).forEach(id -> work.accept(Find.one(em, Request.class, id)));
    }
}
