package de.schulpakt.overview.money;

import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Follows one device back to the ceiling and forth to its ticket, in a fixed number of statements. */
@ApplicationScoped
class DeviceTrace {
    @PersistenceContext
    EntityManager em;

    /** The caller has asked the guard for the device's school and for its money. */
    TraceView trace(long deviceId) {
        Object[] d = one("select d.id, d.inventoryNo, d.serial, concat(m.maker, concat(' ', m.name)), m.kind, d.state, s.id, s.name,"
                + " r.name, t.name, d.priceCents, d.deliveredOn, d.inServiceOn, d.bindingYears, d.bindingEndOn, d.fundingLabel,"
                + " d.budgetId, d.orderLineId from Device d join DeviceModel m on m.id = d.modelId join School s on s.id = d.schoolId"
                + " left join Room r on r.id = d.roomId left join Room t on t.id = d.targetRoomId where d.id = :id", deviceId);
        TraceView.Device device = new TraceView.Device((Long) d[0], (String) d[1], (String) d[2], (String) d[3], (ModelKind) d[4],
                (DeviceState) d[5], (Long) d[6], (String) d[7], (String) d[8], (String) d[9], (Long) d[10], (LocalDate) d[11],
                (LocalDate) d[12], (Integer) d[13], (LocalDate) d[14], (String) d[15]);
        Long line = (Long) d[17];
        Object[] order = one("select o.id, o.no, u.name, o.awardReference, o.orderedOn, l.lineNo, l.quantity, l.priceCents, q.id,"
                + " q.no, q.title, q.submittedAt, i.id, i.lineNo, c.name, i.quantity, i.priceCents, m.name"
                + " from OrderLine l join PurchaseOrder o on o.id = l.orderId join Supplier u on u.id = o.supplierId"
                + " join RequestItem i on i.id = l.requestItemId join Request q on q.id = i.requestId"
                + " join CatalogueItem c on c.id = i.itemId join Room m on m.id = i.roomId where l.id = :id", line);
        Object[] delivery = delivery(deviceId);
        return new TraceView(device, funding((Long) d[16]), request(order), order(order), ofDelivery(delivery), ticket(deviceId),
                postings(order, line, delivery), placements(deviceId));
    }

    private TraceView.Funding funding(Long budget) {
        Object[] f = one("select g.id, g.name, (select c.ceilingCents from ProgrammeCeiling c where c.programmeId = a.programmeId"
                + " and c.authorityId = a.authorityId), a.id, a.no, a.decisionReference, a.decidedOn, a.ownShareBp,"
                + " a.periodFrom, a.periodTo, b.id, p.no, b.category, p.appliedCents, p.approvedCents from Budget b"
                + " join FundingPosition p on p.id = b.positionId join Application a on a.id = b.applicationId"
                + " join Programme g on g.id = b.programmeId where b.id = :id", budget);
        return f == null ? null : new TraceView.Funding((Long) f[0], (String) f[1], (Long) f[2], (Long) f[3], (String) f[4],
                (String) f[5], (LocalDate) f[6], (Integer) f[7], (LocalDate) f[8], (LocalDate) f[9], (Long) f[10],
                (Integer) f[11], (Category) f[12], (Long) f[13], (Long) f[14]);
    }

    private static TraceView.Request request(Object[] r) {
        return r == null ? null : new TraceView.Request((Long) r[8], (String) r[9], (String) r[10], Clock.day((Instant) r[11]),
                (Integer) r[13], (String) r[14], (Integer) r[15], (Long) r[16], (String) r[17]);
    }

    private static TraceView.Order order(Object[] r) {
        return r == null ? null : new TraceView.Order((Long) r[0], (String) r[1], (String) r[2], (String) r[3], (LocalDate) r[4],
                (Integer) r[5], (Integer) r[6], (Long) r[7]);
    }

    /** The delivery line that paid the device, with its invoice. */
    private Object[] delivery(long device) {
        return one("select x.id, d.id, d.deliveryNoteNo, d.receivedOn, x.quantity, x.priceCents, n.id, n.no, n.invoicedOn,"
                + " n.totalCents from DeliveryLine x join DeliveredDevice y on y.deliveryLineId = x.id join Delivery d on"
                + " d.id = x.deliveryId left join Invoice n on n.deliveryId = x.deliveryId where y.deviceId = :id", device);
    }

    private static TraceView.Delivery ofDelivery(Object[] r) {
        return r == null ? null : new TraceView.Delivery((Long) r[1], (String) r[2], (LocalDate) r[3], (Integer) r[4], (Long) r[5],
                (Long) r[6], (String) r[7], (LocalDate) r[8], (Long) r[9]);
    }

    private List<TraceView.Posting> postings(Object[] order, Long line, Object[] delivery) {
        List<String> sources = List.of("request_item:" + (order == null ? 0 : order[12]), "order_line:" + some(line),
                "delivery_line:" + (delivery == null ? 0 : delivery[0]));
        return em.createQuery("select p.id, p.kind, p.amountCents, p.source, p.actor, p.at from Posting p where p.source in :sources"
                        + " order by p.id", Object[].class).setParameter("sources", sources).getResultList().stream()
                .map(p -> new TraceView.Posting((Long) p[0], (PostingKind) p[1], (Long) p[2], (String) p[3], (String) p[4],
                        (Instant) p[5])).toList();
    }

    private TraceView.Ticket ticket(long device) {
        Object[] t = one("select t.id, t.no, t.state, t.assignee, t.openedAt, t.closedAt, h.at, h.actorName from Ticket t"
                + " left join HistoryRow h on h.subjectType = 'Ticket' and h.subjectId = t.id and h.toState in"
                + " ('TicketState.ACCEPTED', 'TicketState.ACCEPTED_WITH_DEFECTS') and h.fromState <> h.toState"
                + " where t.deviceId = :id order by h.id", device);
        List<TraceView.Measurement> measured = em.createQuery("select m.socket, m.switchPort, m.cableClass, m.signalDbm, m.passed,"
                        + " m.actor, m.measuredAt from Measurement m where m.ticketId = :ticket order by m.id", Object[].class)
                .setParameter("ticket", t == null ? 0L : (Long) t[0]).getResultList().stream()
                .map(m -> new TraceView.Measurement((String) m[0], (String) m[1], (CableClass) m[2], (Integer) m[3], (Boolean) m[4],
                        (String) m[5], (Instant) m[6])).toList();
        return t == null ? null : new TraceView.Ticket((Long) t[0], (String) t[1], (TicketState) t[2], (String) t[3],
                (Instant) t[4], (Instant) t[5], (Instant) t[6], (String) t[7], measured);
    }

    private List<TraceView.Placement> placements(long device) {
        return em.createQuery("select r.name, p.fromAt, p.toAt, p.actor from Placement p join Room r on r.id = p.roomId"
                        + " where p.deviceId = :device order by p.id", Object[].class).setParameter("device", device)
                .getResultList().stream().map(p -> new TraceView.Placement((String) p[0], (Instant) p[1], (Instant) p[2],
                        (String) p[3])).toList();
    }

    /** The first row, null if there is none or no id. */
    private Object[] one(String jpql, Long id) {
        return em.createQuery(jpql, Object[].class).setParameter("id", some(id)).setMaxResults(1).getResultStream().findFirst()
                .orElse(null);
    }

    /** A device without budget or order has no such row; asking all the same keeps the number of statements fixed. */
    private static Long some(Long id) {
        return id == null ? 0L : id;
    }
}
