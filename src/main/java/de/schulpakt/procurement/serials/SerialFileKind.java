package de.schulpakt.procurement.serials;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Scope;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.procurement.receipt.Receipts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** A supplier's list of serial numbers as something to import: it becomes a receipt for each delivery note. */
@ApplicationScoped
public class SerialFileKind implements ImportKind {
    /** Its name. */
    public static final String NAME = "serials";
    /** Option: the order, where no column names it. */
    static final String ORDER = "order";
    /** Option: the delivery note, where no column names it. */
    static final String NOTE = "note";
    /** Option: the day on which it came, where no column names it; today if nobody says it. */
    static final String DAY = "day";
    private static final int MOST_ORDERS = 500;
    private static final int AT_ONCE = 1_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Receipts receipts;

    private record Stamp(Long lines, Long delivered, Long cancelled, Long devices) {
    }

    /** An order to choose. */
    private record Open(Long id, String no, String supplier) {
    }

    /** A line of which pieces are awaited, with the kind of what it is. */
    private record Line(Long lineId, Long orderId, String orderNo, LocalDate orderedOn, Integer lineNo, String article, String model, String partNo, Integer pieces,
            ModelKind kind) {
        SerialRows.Awaited awaited() {
            return new SerialRows.Awaited(lineId, orderId, orderNo, orderedOn, lineNo, article, model, partNo, pieces);
        }
    }

    /** A device with one of the serial numbers. */
    private record Found(String serial, String inventoryNo, Long schoolId) {
    }

    /** A delivery note that is booked. */
    private record Booked(Long orderId, String note) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String page() {
        return "/procurement/serial-imports";
    }

    @Override
    public Permission permission() {
        return DELIVERY_RECEIVE;
    }

    @Override
    public List<? extends ImportField> fields() {
        return List.of(SerialField.values());
    }

    @Override
    public Map<String, String> usual() {
        return Map.of();
    }

    @Override
    public void check(ImportSettings settings) {
        String order = settings.option(ORDER);
        if (order != null && open().stream().noneMatch(o -> o.id().toString().equals(order))) {
            throw new Refused("import.settings");
        }
    }

    @Override
    public List<Option> options(Locale locale) {
        return List.of(new Option(ORDER, open().stream().map(o -> new Choice(o.id().toString(), o.no() + " · " + o.supplier())).toList(), true), Option.typed(NOTE),
                Option.typed(DAY));
    }

    /** Orders of which something is awaited, the newest first. */
    private List<Open> open() {
        return scoped(Ask.of(em, Open.class, """
                select o.id as id, o.no as no, s.name as supplier from PurchaseOrder o join Supplier s on s.id = o.supplierId
                where exists (select l.id from OrderLine l where l.orderId = o.id and l.quantity > l.delivered + l.cancelled)
                and (:everywhere = true or o.authorityId in :authorities) order by o.id desc""")).list(MOST_ORDERS);
    }

    private <T> Ask<T> scoped(Ask<T> ask) {
        Scope scope = guard.visibleSchools(DELIVERY_RECEIVE);
        return ask.set("everywhere", scope.everywhere()).set("authorities", scope.authorities().isEmpty() ? List.of(-1L) : scope.authorities());
    }

    @Override
    public ImportPlan plan(CsvFile file, ImportSettings settings) {
        List<SerialRows.Awaited> awaited = scoped(Ask.of(em, Line.class, """
                select l.id as lineId, o.id as orderId, o.no as orderNo, o.orderedOn as orderedOn, l.lineNo as lineNo, c.name as article, m.name as model,
                    m.partNo as partNo, l.quantity - (l.delivered + l.cancelled) as pieces, m.kind as kind
                from OrderLine l join PurchaseOrder o on o.id = l.orderId join CatalogueItem c on c.id = l.itemId join DeviceModel m on m.id = c.modelId
                where l.quantity > l.delivered + l.cancelled and (:everywhere = true or o.authorityId in :authorities) order by o.id, l.lineNo""")).list().stream()
                .filter(l -> l.kind().serialised()).map(Line::awaited).toList();
        Set<String> notes = scoped(Ask.of(em, Booked.class, """
                select d.orderId as orderId, d.deliveryNoteNo as note from Delivery d join PurchaseOrder o on o.id = d.orderId
                where exists (select l.id from OrderLine l where l.orderId = o.id and l.quantity > l.delivered + l.cancelled)
                and (:everywhere = true or o.authorityId in :authorities)""")).list().stream().map(b -> SerialRows.noteKey(b.orderId(), b.note())).collect(Collectors.toSet());
        return new SerialRows(file, settings, clock.today(), awaited, known(SerialRows.serials(file, settings)), notes).plan();
    }

    private Map<String, SerialRows.Known> known(List<String> serials) {
        Map<String, SerialRows.Known> known = new HashMap<>();
        for (int from = 0; from < serials.size(); from += AT_ONCE) {
            Ask.of(em, Found.class, "select d.serial as serial, d.inventoryNo as inventoryNo, d.schoolId as schoolId from Device d where d.serial in :serials")
                    .set("serials", serials.subList(from, Math.min(from + AT_ONCE, serials.size()))).list().forEach(d -> known.put(SerialRows.key(d.serial()),
                            new SerialRows.Known(d.serial(), guard.may(DEVICE_VIEW, d.schoolId()) ? d.inventoryNo() : null)));
        }
        return known;
    }

    @Override
    public Object stamp() {
        // a day that nobody says is another tomorrow
        return List.of(clock.today(), Ask.of(em, Stamp.class, """
                select count(l) as lines, coalesce(sum(l.delivered), 0) as delivered, coalesce(sum(l.cancelled), 0) as cancelled,
                    (select coalesce(max(d.id), 0) from Device d) as devices from OrderLine l""").one().orElseThrow());
    }

    @Override
    public void store(ImportPlan plan, IntConsumer progress) {
        Map<List<Object>, Map<Long, List<String>>> byNote = new LinkedHashMap<>();
        // one note however it is written, as the preview takes it; the first spelling is kept
        Map<List<Object>, String> spelt = new HashMap<>();
        plan.rows().stream().filter(row -> row.what() != null).map(row -> (SerialRows.Piece) row.what()).forEach(p -> byNote
                .computeIfAbsent(List.of(p.orderId(), spelt.computeIfAbsent(List.of(p.orderId(), SerialRows.key(p.note())), k -> p.note()), p.day()), k -> new LinkedHashMap<>()).computeIfAbsent(p.lineId(), k -> new ArrayList<>()).add(p.serial()));
        int stored = 0;
        for (Map.Entry<List<Object>, Map<Long, List<String>>> one : byNote.entrySet()) {
            Long order = (Long) one.getKey().get(0);
            // a note before it may have changed the order
            em.flush();
            Integer version = Ask.of(em, Integer.class, "select o.version from PurchaseOrder o where o.id = :id").set("id", order).one().orElseThrow();
            receipts.receive(order, new Receipts.Receive(version, (String) one.getKey().get(1), (LocalDate) one.getKey().get(2),
                    one.getValue().entrySet().stream().map(l -> new Receipts.Came(l.getKey(), l.getValue(), null)).toList()));
            stored += one.getValue().values().stream().mapToInt(List::size).sum();
            progress.accept(stored);
        }
    }
}
