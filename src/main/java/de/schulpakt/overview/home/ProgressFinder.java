package de.schulpakt.overview.home;

import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How far requests have come: two statements for any number of them. The caller has asked the guard for the requests. */
@ApplicationScoped
class ProgressFinder {
    @PersistenceContext
    EntityManager em;

    /** How much of a request's lines was asked for, ordered and delivered. */
    record Lines(Long requestId, Long pieces, Long ordered, Long delivered, Long cancelled, LocalDate expectedOn) {
    }

    /** What has come of a request. */
    record Things(Long requestId, Long devices, Long placed, Long inService, Long openWork) {
    }

    Map<Long, Progress> of(Collection<Long> requestIds) {
        List<Long> ids = new ArrayList<>(List.of(0L));
        ids.addAll(requestIds);
        Map<Long, Things> things = Ask.of(em, Things.class, """
                select i.requestId as requestId, count(d) as devices, sum(case when d.roomId is not null then 1 else 0 end) as placed,
                    sum(case when d.inServiceOn is not null then 1 else 0 end) as inService, count(t.id) as openWork
                from Device d join OrderLine l on l.id = d.orderLineId join RequestItem i on i.id = l.requestItemId
                    left join Ticket t on t.installedId = d.id and t.state in :open where i.requestId in :ids group by i.requestId""")
                .set("open", TechnicianHomeQueries.OPEN).set("ids", ids).list().stream()
                .collect(Collectors.toMap(Things::requestId, t -> t));
        return Ask.of(em, Lines.class, """
                select i.requestId as requestId, sum(i.quantity) as pieces, coalesce(sum(l.quantity), 0) as ordered,
                    coalesce(sum(l.delivered), 0) as delivered, coalesce(sum(l.cancelled), 0) as cancelled,
                    max(case when l.quantity > l.delivered + l.cancelled then o.expectedOn else null end) as expectedOn
                from RequestItem i left join OrderLine l on l.requestItemId = i.id left join PurchaseOrder o on o.id = l.orderId
                where i.requestId in :ids group by i.requestId""").set("ids", ids).list().stream()
                .collect(Collectors.toMap(Lines::requestId, l -> progress(l, things.get(l.requestId()))));
    }

    private static Progress progress(Lines l, Things t) {
        return new Progress(l.pieces(), l.ordered(), l.delivered(), l.cancelled(), l.expectedOn(), t == null ? 0 : t.devices(),
                t == null ? 0 : t.placed(), t == null ? 0 : t.inService(), t == null ? 0 : t.openWork());
    }
}
