package de.schulpakt.overview.home;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_EDIT;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.notice.NoticeQueries;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.procurement.request.RequestState;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
            List<DeviceLine> devices, List<TechnicianHomeQueries.TicketLine> accept, List<NoticeQueries.Row> news, List<CategoryMoney> money) {
    }

    /** A request of one's own school with how far it has come. Amount gross, in cents. */
    public record Asked(Long id, String no, String title, Long schoolId, String school, RequestState state,
            Instant submittedAt, Long totalCents, Progress progress) {
        Asked with(Progress found) {
            return new Asked(id, no, title, schoolId, school, state, submittedAt, totalCents, found);
        }
    }

    private static final String DEVICE = """
            select d.id as id, d.inventoryNo as inventoryNo, d.serial as serial, concat(m.maker, concat(' ', m.name)) as model,
                m.kind as kind, d.state as state, s.id as schoolId, s.name as school, r.name as room, g.name as targetRoom,
                m.needsNetwork as needsNetwork, d.deliveredOn as deliveredOn
            from Device d join DeviceModel m on m.id = d.modelId join School s on s.id = d.schoolId
                left join Room r on r.id = d.roomId left join Room g on g.id = d.targetRoomId where""";
    private static final String REQUEST = """
            select r.id as id, r.no as no, r.title as title, s.id as schoolId, s.name as school, r.state as state,
                r.submittedAt as submittedAt, (select coalesce(sum(i.quantity * i.priceCents), 0) from RequestItem i where i.requestId = r.id) as totalCents
            from Request r join School s on s.id = r.schoolId where""";
    private static final String NEWEST = " order by r.id desc";
    private static final List<RequestState> RUNNING = List.of(RequestState.DRAFT, RequestState.SUBMITTED, RequestState.QUERIED, RequestState.AWAITING_SECOND,
            RequestState.APPROVED, RequestState.ORDERED);
    private static final int SHORT = 8;
    private static final int MOST_SCHOOLS = 30;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    NoticeQueries notices;
    @Inject
    ProgressFinder progress;
    @Inject
    TechnicianHomeQueries tickets;

    /** What waits for one's own schools. */
    public Home school() {
        guard.require(REQUEST_EDIT);
        Scope scope = guard.visibleSchools(REQUEST_EDIT);
        List<Choice> schools = scope.bind(Ask.of(em, Choice.class, "select s.id as id, s.name as name from School s where s.isSchool = true and"
                + scope.school("s") + " order by s.name, s.id")).list(MOST_SCHOOLS);
        return new Home(schools, requests(scope), expected(scope), devices(), tickets.accept(SHORT),
                notices.sentences(SHORT), money(null));
    }

    /** Requests that have not ended; and those delivered, until the last device is in service. */
    private List<Asked> requests(Scope scope) {
        return withProgress(scope.bind(Ask.of(em, Asked.class, REQUEST + " " + """
                (r.state in :running or r.state = :delivered and exists (select d.id from Device d
                    join OrderLine l on l.id = d.orderLineId join RequestItem j on j.id = l.requestItemId where j.requestId = r.id
                    and d.inServiceOn is null)) and""" + scope.school("s") + NEWEST))
                .set("running", RUNNING).set("delivered", RequestState.DELIVERED).list(SHORT));
    }

    /** The newest requests of a school; the asker sees requests there, which the caller has asked the guard. */
    List<Asked> requestsOf(long schoolId) {
        return withProgress(Ask.of(em, Asked.class, REQUEST + " r.schoolId = :school" + NEWEST).set("school", schoolId).list(SHORT));
    }

    private List<Asked> withProgress(List<Asked> requests) {
        Map<Long, Progress> found = progress.of(requests.stream().map(Asked::id).toList());
        return requests.stream().map(r -> r.with(found.getOrDefault(r.id(), Progress.NONE))).toList();
    }

    private List<Expected> expected(Scope scope) {
        return scope.bind(Ask.of(em, Expected.class, """
                select q.id as requestId, q.no as requestNo, c.name as item, l.quantity - (l.delivered + l.cancelled) as awaited,
                    r.name as room, s.name as school, o.no as orderNo, l.expectedOn as expectedOn
                from OrderLine l join PurchaseOrder o on o.id = l.orderId join RequestItem i on i.id = l.requestItemId
                    join Request q on q.id = i.requestId join CatalogueItem c on c.id = l.itemId
                    join Room r on r.id = l.roomId join School s on s.id = l.schoolId
                where l.quantity > l.delivered + l.cancelled and""" + scope.school("s")
                + " order by case when l.expectedOn is null then 1 else 0 end, l.expectedOn, l.id")).list(SHORT);
    }

    /** Devices that need the network are placed and put into service by the technician's work. */
    private List<DeviceLine> devices() {
        Scope scope = guard.visibleSchools(DEVICE_VIEW);
        return scope.bind(Ask.of(em, DeviceLine.class, DEVICE + " d.state = :stock and m.needsNetwork = false and"
                + scope.school("s") + " order by d.deliveredOn, d.id")).set("stock", DeviceState.IN_STOCK).list(SHORT);
    }

    /** The newest devices of a school; the asker sees devices there, which the caller has asked the guard. */
    List<DeviceLine> devicesOf(long schoolId, int most) {
        return Ask.of(em, DeviceLine.class, DEVICE + " d.schoolId = :school and d.state <> :retired order by d.id desc")
                .set("school", schoolId).set("retired", DeviceState.RETIRED).list(most);
    }

    /** Money by category that the asker may see, of one school or (null) of all. */
    List<CategoryMoney> money(Long schoolId) {
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        return scope.bind(Ask.of(em, CategoryMoney.class, """
                select b.category as category, sum(b.allottedCents) as allottedCents, sum(b.reservedCents) as reservedCents,
                    sum(b.committedCents) as committedCents, sum(b.spentCents) as spentCents, sum(%s) as freeCents
                from Budget b join School s on s.id = b.schoolId where (:school is null or b.schoolId = :school) and"""
                .formatted(BudgetQueries.FREE) + scope.school("s") + " group by b.category order by b.category"))
                .set("school", schoolId).list();
    }
}
