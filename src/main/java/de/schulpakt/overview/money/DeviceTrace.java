package de.schulpakt.overview.money;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.ORDER_VIEW;
import static de.schulpakt.identity.Permission.PROGRAMME_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;
import static de.schulpakt.identity.Permission.TICKET_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/**
 * Follows one device back to the ceiling and forth to its ticket, in a fixed number of statements. Each part is shown only to
 * who may see such things in lists of their own.
 */
@ApplicationScoped
class DeviceTrace {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** The device, and what it points to. */
    record Start(TraceView.Device device, Long budgetId, Long orderLineId) {
    }

    /** The request line of the device. */
    record Wished(Long id, String no, String title, Instant submittedAt, Integer lineNo, String item, Integer quantity,
            Long priceCents, String room) {
        TraceView.Request shown() {
            return new TraceView.Request(id, no, title, Clock.day(submittedAt), lineNo, item, quantity, priceCents, room);
        }
    }

    /** The order line of the device and the request line behind it. */
    record Bought(Long requestItemId, Wished request, TraceView.Order order) {
    }

    /** The delivery line that paid the device. */
    record Come(Long line, Long part, TraceView.Delivery delivery) {
    }

    /** The authority that the money belongs to, with the money's part of the trace. */
    record Paid(Long authorityId, TraceView.Funding funding) {
    }

    /** The caller has asked the guard for the device's school and for its money. */
    TraceView trace(long deviceId) {
        Start start = Ask.of(em, Start.class, """
                select d.id as device_id, d.inventoryNo as device_inventoryNo, d.serial as device_serial,
                    concat(m.maker, concat(' ', m.name)) as device_model, m.kind as device_kind, d.state as device_state,
                    s.id as device_schoolId, s.name as device_school, r.name as device_room, t.name as device_targetRoom,
                    d.priceCents as device_priceCents, d.deliveredOn as device_deliveredOn, d.inServiceOn as device_inServiceOn,
                    d.bindingYears as device_bindingYears, d.bindingEndOn as device_bindingEndOn,
                    d.fundingLabel as device_fundingLabel, d.budgetId as budgetId, d.orderLineId as orderLineId
                from Device d join DeviceModel m on m.id = d.modelId join School s on s.id = d.schoolId
                    left join Room r on r.id = d.roomId left join Room t on t.id = d.targetRoomId where d.id = :id""")
                .set("id", deviceId).one().orElseThrow(() -> new NotFound("Device", deviceId));
        Long school = start.device().schoolId();
        Bought bought = bought(start.orderLineId());
        Come come = come(deviceId);
        boolean asked = bought != null && guard.may(REQUEST_VIEW, school);
        boolean ordered = guard.may(ORDER_VIEW, school);
        return new TraceView(start.device(), funding(start.budgetId()), asked ? bought.request().shown() : null,
                ordered && bought != null ? bought.order() : null, ordered && come != null ? come.delivery() : null,
                guard.may(TICKET_VIEW, school) ? ticket(deviceId) : null, postings(bought, start.orderLineId(), come),
                placements(deviceId));
    }

    /** Ceiling, own share and what was applied for are the authority's; the budget is the school's too. */
    private TraceView.Funding funding(Long budget) {
        Paid paid = Ask.of(em, Paid.class, """
                select a.authorityId as authorityId, g.id as funding_programmeId, g.name as funding_programme,
                    (select c.ceilingCents from ProgrammeCeiling c where c.programmeId = a.programmeId
                        and c.authorityId = a.authorityId) as funding_ceilingCents, a.id as funding_applicationId,
                    a.no as funding_applicationNo, a.decisionReference as funding_decisionReference,
                    a.decidedOn as funding_decidedOn, a.ownShareBp as funding_ownShareBp, a.periodFrom as funding_periodFrom,
                    a.periodTo as funding_periodTo, b.id as funding_budgetId, p.no as funding_positionNo,
                    b.category as funding_category, p.appliedCents as funding_appliedCents,
                    p.approvedCents as funding_approvedCents
                from Budget b join FundingPosition p on p.id = b.positionId join Application a on a.id = b.applicationId
                    join Programme g on g.id = b.programmeId where b.id = :id""").set("id", some(budget)).one().orElse(null);
        if (paid == null) {
            return null;
        }
        TraceView.Funding f = paid.funding();
        boolean programme = guard.mayAuthority(PROGRAMME_VIEW, paid.authorityId());
        boolean application = guard.mayAuthority(APPLICATION_VIEW, paid.authorityId());
        return new TraceView.Funding(f.programmeId(), f.programme(), programme ? f.ceilingCents() : null, f.applicationId(),
                f.applicationNo(), f.decisionReference(), application ? f.decidedOn() : null, application ? f.ownShareBp() : null,
                f.periodFrom(), f.periodTo(), f.budgetId(), f.positionNo(), f.category(), application ? f.appliedCents() : null,
                f.approvedCents());
    }

    private Bought bought(Long orderLine) {
        return Ask.of(em, Bought.class, """
                select o.id as order_id, o.no as order_no, u.name as order_supplier, o.awardReference as order_awardReference,
                    o.orderedOn as order_orderedOn, l.lineNo as order_lineNo, l.quantity as order_quantity,
                    l.priceCents as order_priceCents, q.id as request_id, q.no as request_no, q.title as request_title,
                    q.submittedAt as request_submittedAt, i.id as requestItemId, i.lineNo as request_lineNo,
                    c.name as request_item, i.quantity as request_quantity, i.priceCents as request_priceCents,
                    m.name as request_room
                from OrderLine l join PurchaseOrder o on o.id = l.orderId join Supplier u on u.id = o.supplierId
                    join RequestItem i on i.id = l.requestItemId join Request q on q.id = i.requestId
                    join CatalogueItem c on c.id = i.itemId join Room m on m.id = i.roomId where l.id = :id""")
                .set("id", some(orderLine)).one().orElse(null);
    }

    private Come come(long device) {
        return Ask.of(em, Come.class, """
                select x.id as line, p.id as part, d.id as delivery_id, d.deliveryNoteNo as delivery_deliveryNoteNo,
                    d.receivedOn as delivery_receivedOn, x.quantity as delivery_quantity, x.priceCents as delivery_priceCents,
                    n.id as delivery_invoiceId, n.no as delivery_invoiceNo, n.invoicedOn as delivery_invoicedOn,
                    n.payableCents as delivery_invoiceCents
                from DeliveredDevice y join DeliveryLine x on x.id = y.deliveryLineId join Delivery d on d.id = x.deliveryId
                    left join InvoicedDevice z on z.deviceId = y.deviceId left join InvoicePart p on p.id = z.invoicePartId
                    left join Invoice n on n.id = p.invoiceId where y.deviceId = :id""").set("id", device).first().orElse(null);
    }

    private List<TraceView.Posting> postings(Bought bought, Long line, Come come) {
        List<String> sources = List.of("request_item:" + (bought == null ? 0 : bought.requestItemId()), "order_line:" + some(line),
                "delivery_line:" + (come == null ? 0 : come.line()),
                "invoice_part:" + (come == null ? 0 : some(come.part())));
        return Ask.of(em, TraceView.Posting.class, """
                select p.id as id, p.kind as kind, p.amountCents as amountCents, p.source as source, p.actor as actor, p.at as at_
                from Posting p where p.source in :sources or p.source like :asked or p.source like :ordered or p.source like :come or p.source like :paid
                order by p.id""").set("sources", sources).set("asked", sources.get(0) + ":%").set("ordered", sources.get(1) + ":%")
                .set("come", sources.get(2) + ":%").set("paid", sources.get(3) + ":%").list();
    }

    private TraceView.Ticket ticket(long device) {
        TraceView.Ticket ticket = Ask.of(em, TraceView.Ticket.class, """
                select t.id as id, t.no as no, t.state as state, t.assignee as assignee, t.openedAt as openedAt,
                    t.closedAt as closedAt, h.at as acceptedAt, h.actorName as acceptedBy
                from Ticket t left join HistoryRow h on h.subjectType = 'Ticket' and h.subjectId = t.id and h.toState in
                    ('TicketState.ACCEPTED', 'TicketState.ACCEPTED_WITH_DEFECTS') and h.fromState <> h.toState
                where t.installedId = :id order by h.id""").set("id", device).first().orElse(null);
        return ticket == null ? null : ticket.with(Ask.of(em, TraceView.Measurement.class, """
                select m.socket as socket, m.switchPort as switchPort, m.cableClass as cableClass, m.signalDbm as signalDbm,
                    m.passed as passed, m.actor as actor, m.measuredAt as measuredAt
                from Measurement m where m.ticketId = :ticket order by m.id""").set("ticket", ticket.id()).list());
    }

    private List<TraceView.Placement> placements(long device) {
        return Ask.of(em, TraceView.Placement.class, """
                select r.name as room, p.fromAt as fromAt, p.toAt as toAt, p.actor as actor
                from Placement p join Room r on r.id = p.roomId where p.deviceId = :device order by p.id""")
                .set("device", device).list();
    }

    /** A device without budget or order has no such row; asking all the same keeps the number of statements fixed. */
    private static Long some(Long id) {
        return id == null ? 0L : id;
    }
}
