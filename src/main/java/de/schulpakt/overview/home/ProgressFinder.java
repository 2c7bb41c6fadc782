package de.schulpakt.overview.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far requests have come: two statements for any number of them. The caller has asked the guard for the requests. */
@ApplicationScoped
class ProgressFinder {
    @PersistenceContext
    EntityManager em;

    Map<Long, Progress> of(Collection<Long> requestIds) {
        List<Long> ids = new ArrayList<>(List.of(0L));
        ids.addAll(requestIds);
        Map<Long, Object[]> devices = new HashMap<>();
        list("select i.requestId, count(d), sum(case when d.roomId is not null then 1 else 0 end),"
                + " sum(case when d.inServiceOn is not null then 1 else 0 end), sum(case when t.state in"
                + " (de.schulpakt.install.ticket.TicketState.OPEN, de.schulpakt.install.ticket.TicketState.PLANNED,"
                + " de.schulpakt.install.ticket.TicketState.SCHEDULED, de.schulpakt.install.ticket.TicketState.WAITING,"
                + " de.schulpakt.install.ticket.TicketState.IN_WORK, de.schulpakt.install.ticket.TicketState.MEASURED) then 1 else 0 end)"
                + " from Device d join OrderLine l on l.id = d.orderLineId join RequestItem i on i.id = l.requestItemId"
                + " left join Ticket t on t.deviceId = d.id where i.requestId in :ids group by i.requestId", ids)
                .forEach(r -> devices.put((Long) r[0], r));
        Map<Long, Progress> found = new HashMap<>();
        for (Object[] r : list("select i.requestId, sum(i.quantity), sum(l.quantity), sum(l.delivered), sum(l.cancelled),"
                + " max(case when l.quantity > l.delivered + l.cancelled then o.expectedOn else null end) from RequestItem i"
                + " left join OrderLine l on l.requestItemId = i.id left join PurchaseOrder o on o.id = l.orderId"
                + " where i.requestId in :ids group by i.requestId", ids)) {
            Object[] d = devices.getOrDefault((Long) r[0], new Object[5]);
            found.put((Long) r[0], new Progress(Sums.number(r[1]), Sums.number(r[2]), Sums.number(r[3]),
                    Sums.number(r[4]), day(r[5]), Sums.number(d[1]), Sums.number(d[2]),
                    Sums.number(d[3]), Sums.number(d[4])));
        }
        return found;
    }

    /** The greatest of days comes back as the driver reads it. */
    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    private List<Object[]> list(String jpql, List<Long> ids) {
        return em.createQuery(jpql, Object[].class).setParameter("ids", ids).getResultList();
    }
}
