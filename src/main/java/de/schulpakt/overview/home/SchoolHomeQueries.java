package de.schulpakt.overview.home;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_EDIT;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;
import static de.schulpakt.identity.Permission.TICKET_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Message;
import de.schulpakt.platform.Outbox;
import de.schulpakt.platform.Queries;
import de.schulpakt.procurement.request.RequestState;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The home page of a school, and the lists of a school's page that are made of the same rows. */
@Queries
public class SchoolHomeQueries {
    /** Money of schools in a category. Amounts gross, own share included, in cents. */
    public record CategoryMoney(Category category, Long allottedCents, Long reservedCents, Long committedCents, Long spentCents,
            Long freeCents) {
    }

    /** A device in a short list. */
    public record DeviceLine(Long id, String inventoryNo, String serial, String model, ModelKind kind, DeviceState state,
            Long schoolId, String school, String room, String targetRoom, Boolean needsNetwork, LocalDate deliveredOn) {
    }

    /** Goods that are on their way to a school. */
    public record Expected(Long requestId, String requestNo, String item, Integer awaited, String room, String school,
            String orderNo, LocalDate expectedOn) {
    }

    /** A school of one's own. */
    public record Choice(Long id, String name) {
    }

    /**
     * What waits for a school.
     *
     * @param schools  one's own schools
     * @param requests requests that have not ended, the newest first
     * @param devices  devices to be placed, or to be put into service by the school
     * @param accept   work to be accepted
     */
    public record Home(List<Choice> schools, List<Asked> requests, List<Expected> expected,
            List<DeviceLine> devices, List<TechnicianHomeQueries.TicketLine> accept, List<Message> news, List<CategoryMoney> money) {
    }

    /** A request of one's own school with how far it has come. Amount gross, in cents. */
    public record Asked(Long id, String no, String title, Long schoolId, String school, RequestState state,
            Instant submittedAt, Long totalCents, Progress progress) {
    }

    static final String DEVICE = "select new de.schulpakt.overview.home.SchoolHomeQueries.DeviceLine(d.id, d.inventoryNo, d.serial,"
            + " concat(m.maker, concat(' ', m.name)), m.kind, d.state, s.id, s.name, r.name, g.name, m.needsNetwork, d.deliveredOn)"
            + " from Device d join DeviceModel m on m.id = d.modelId join School s on s.id = d.schoolId"
            + " left join Room r on r.id = d.roomId left join Room g on g.id = d.targetRoomId where";
    private static final String REQUEST = "select r.id, r.no, r.title, s.id, s.name, r.state, r.submittedAt,"
            + " sum(i.quantity * i.priceCents) from Request r join School s on s.id = r.schoolId"
            + " left join RequestItem i on i.requestId = r.id where";
    private static final String REQUEST_GROUP = " group by r.id, r.no, r.title, s.id, s.name, r.state, r.submittedAt order by r.id desc";
    private static final int SHORT = 8;
    private static final int MOST_SCHOOLS = 30;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Outbox outbox;
    @Inject
    ProgressFinder progress;

    /** What waits for one's own schools. */
    public Home school() {
        guard.require(REQUEST_EDIT);
        Scope scope = guard.visibleSchools(REQUEST_EDIT);
        List<Choice> schools = scope.bind(em.createQuery("select new de.schulpakt.overview.home.SchoolHomeQueries.Choice(s.id, s.name)"
                + " from School s where" + scope.school("s") + " order by s.name, s.id", Choice.class))
                .setMaxResults(MOST_SCHOOLS).getResultList();
        return new Home(schools, requests(scope), expected(scope), devices(), accept(),
                outbox.newest(schools.stream().map(Choice::id).toList(), SHORT), money(null));
    }

    /** Requests that have not ended; and those delivered, until the last device is in service. */
    private List<Asked> requests(Scope scope) {
        TypedQuery<Object[]> query = scope.bind(em.createQuery(REQUEST + " (r.state in (de.schulpakt.procurement.request.RequestState.DRAFT,"
                + " de.schulpakt.procurement.request.RequestState.SUBMITTED, de.schulpakt.procurement.request.RequestState.QUERIED,"
                + " de.schulpakt.procurement.request.RequestState.APPROVED, de.schulpakt.procurement.request.RequestState.ORDERED)"
                + " or r.state = de.schulpakt.procurement.request.RequestState.DELIVERED and exists (select d.id from Device d"
                + " join OrderLine l on l.id = d.orderLineId join RequestItem j on j.id = l.requestItemId where j.requestId = r.id"
                + " and d.inServiceOn is null)) and" + scope.school("s") + REQUEST_GROUP, Object[].class));
        return withProgress(query.setMaxResults(SHORT).getResultList());
    }

    /** The newest requests of a school; the asker sees requests there, which the caller has asked the guard. */
    List<Asked> requestsOf(long schoolId) {
        Scope scope = guard.visibleSchools(REQUEST_VIEW);
        return withProgress(scope.bind(em.createQuery(REQUEST + " r.schoolId = :school and" + scope.school("s") + REQUEST_GROUP,
                Object[].class)).setParameter("school", schoolId).setMaxResults(SHORT).getResultList());
    }

    private List<Asked> withProgress(List<Object[]> rows) {
        Map<Long, Progress> found = progress.of(rows.stream().map(r -> (Long) r[0]).toList());
        return rows.stream().map(r -> new Asked((Long) r[0], (String) r[1], (String) r[2], (Long) r[3], (String) r[4],
                (RequestState) r[5], (Instant) r[6], Sums.number(r[7]), found.getOrDefault((Long) r[0], Progress.NONE)))
                .toList();
    }

    private List<Expected> expected(Scope scope) {
        return scope.bind(em.createQuery("select new de.schulpakt.overview.home.SchoolHomeQueries.Expected(q.id, q.no, c.name,"
                        + " l.quantity - (l.delivered + l.cancelled), r.name, s.name, o.no, o.expectedOn) from OrderLine l"
                        + " join PurchaseOrder o on o.id = l.orderId join RequestItem i on i.id = l.requestItemId"
                        + " join Request q on q.id = i.requestId join CatalogueItem c on c.id = l.itemId"
                        + " join Room r on r.id = l.roomId join School s on s.id = l.schoolId"
                        + " where l.quantity > l.delivered + l.cancelled and" + scope.school("s")
                        + " order by case when o.expectedOn is null then 1 else 0 end, o.expectedOn, l.id", Expected.class))
                .setMaxResults(SHORT).getResultList();
    }

    /** Devices that need the network are placed and put into service by the technician's work. */
    private List<DeviceLine> devices() {
        Scope scope = guard.visibleSchools(DEVICE_VIEW);
        return scope.bind(em.createQuery(DEVICE + " d.state = de.schulpakt.inventory.device.DeviceState.IN_STOCK"
                + " and m.needsNetwork = false and" + scope.school("s") + " order by d.deliveredOn, d.id", DeviceLine.class))
                .setMaxResults(SHORT).getResultList();
    }

    private List<TechnicianHomeQueries.TicketLine> accept() {
        Scope scope = guard.visibleSchools(TICKET_VIEW);
        return scope.bind(em.createQuery(TechnicianHomeQueries.TICKET + " t.state = de.schulpakt.install.ticket.TicketState.MEASURED and"
                + scope.school("s") + " order by t.id", TechnicianHomeQueries.TicketLine.class)).setMaxResults(SHORT).getResultList();
    }

    /** Money by category that the asker may see, of one school or (null) of all. */
    List<CategoryMoney> money(Long schoolId) {
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        TypedQuery<CategoryMoney> query = scope.bind(em.createQuery("select new de.schulpakt.overview.home.SchoolHomeQueries.CategoryMoney(b.category,"
                + " sum(b.allottedCents), sum(b.reservedCents), sum(b.committedCents), sum(b.spentCents), sum(" + BudgetQueries.FREE
                + ")) from Budget b join School s on s.id = b.schoolId where" + (schoolId == null ? "" : " b.schoolId = :school and")
                + scope.school("s") + " group by b.category order by b.category", CategoryMoney.class));
        if (schoolId != null) {
            query.setParameter("school", schoolId);
        }
        return query.getResultList();
    }
}
