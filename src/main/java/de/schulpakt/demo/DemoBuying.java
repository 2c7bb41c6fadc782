package de.schulpakt.demo;

import static de.schulpakt.demo.DemoTable.text;

import de.schulpakt.funding.ledger.OwnMoney;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.inventory.device.DeviceModels;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.procurement.catalogue.Catalogue;
import de.schulpakt.procurement.catalogue.CatalogueSets;
import de.schulpakt.procurement.invoice.InvoiceQueries;
import de.schulpakt.procurement.catalogue.Contracts;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.receipt.BackKind;
import de.schulpakt.procurement.receipt.Returns;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Catalogue, requests, orders and deliveries of the demo. */
@ApplicationScoped
class DemoBuying {
    @Inject
    Catalogue catalogue;
    @Inject
    Contracts contracts;
    @Inject
    CatalogueSets sets;
    @Inject
    DeviceModels models;
    @Inject
    Requests requests;
    @Inject
    RequestQueries requestQueries;
    @Inject
    Orders orders;
    @Inject
    OrderQueries orderQueries;
    @Inject
    Invoices invoices;
    @Inject
    InvoiceQueries invoiceQueries;
    @Inject
    OwnMoney ownMoney;
    @Inject
    Returns returns;
    @Inject
    Clock clock;
    private final Map<ModelKind, Long> itemOfKind = new EnumMap<>(ModelKind.class);
    private final Map<String, Long> itemOfName = new HashMap<>();
    private Long set;
    private int paper = 4100;

    /** The catalogue from its file; the first item of each kind is what the schools ask for. */
    void catalogue(LocalDate today) {
        Map<String, Long> suppliers = new HashMap<>();
        itemOfKind.clear();
        for (NamedCsvRecord row : DemoTable.read("catalogue.csv")) {
            Long supplier = suppliers.computeIfAbsent(text(row, "supplier"),
                    name -> catalogue.createSupplier(new Catalogue.CreateSupplier(name, null, "Vertrieb Schulen", null, "K-10" + (suppliers.size() + 1))));
            ModelKind kind = ModelKind.valueOf(text(row, "kind"));
            Long model = models.create(new DeviceModels.Create(text(row, "maker"), text(row, "model"), text(row, "part_no"), kind,
                    Boolean.valueOf(text(row, "needs_network"))));
            Long item = catalogue.createItem(new Catalogue.CreateItem(model, supplier, text(row, "name"), Category.valueOf(text(row, "category")),
                    Long.valueOf(text(row, "price_cents")), Integer.valueOf(text(row, "vat_bp")), text(row, "contract"),
                    text(row, "valid_days") == null ? null : today.plusDays(Long.parseLong(text(row, "valid_days")))));
            itemOfKind.putIfAbsent(kind, item);
            itemOfName.put(text(row, "name"), item);
        }
        contracts(suppliers, today);
        Long licence = models.create(new DeviceModels.Create("Muster Bildungs-IT", "Geräteverwaltung je Gerät", null, ModelKind.SERVICE, false));
        Long managed = catalogue.createItem(new Catalogue.CreateItem(licence, suppliers.get("Muster Bildungs-IT AG"), "Geräteverwaltung, Lizenz für 36 Monate",
                Category.MOBILE_DEVICE, 4_200L, 1_900, "RV-2026-07 Endgeräte", today.plusDays(128), 36));
        set = sets.create(new CatalogueSets.Create("Tablet mit Stift und Hülle", "Für Klassen, die täglich mit Tablets arbeiten.", List.of(
                new CatalogueSets.Member(itemOfName.get("Tablet 11 Zoll, 128 GB"), 1), new CatalogueSets.Member(itemOfName.get("Stift für Tablet"), 1),
                new CatalogueSets.Member(itemOfName.get("Schutzhülle mit Tastatur"), 1), new CatalogueSets.Member(managed, 1))));
    }

    /** The contracts that the catalogue names, with volume and term. */
    private void contracts(Map<String, Long> suppliers, LocalDate today) {
        contract(suppliers.get("Beispiel Netzwerktechnik GmbH"), "RV-2026-03 WLAN", "Access Points, Controller und Montage", 6_000_000L, today.minusDays(250), today.plusDays(480));
        contract(suppliers.get("Beispiel Netzwerktechnik GmbH"), "RV-2026-04 LAN", "Switches für Schulen", 4_000_000L, today.minusDays(250), today.plusDays(300));
        contract(suppliers.get("Muster Bildungs-IT AG"), "RV-2026-07 Endgeräte", "Tablets, Notebooks und Zubehör", 15_000_000L, today.minusDays(230), today.plusDays(128));
        contract(suppliers.get("Vorlage Präsentationstechnik KG"), "RV-2025-11 Display", "Displays und Projektoren", 5_000_000L, today.minusDays(380), today.plusDays(40));
    }

    private void contract(Long supplier, String no, String title, long volumeCents, LocalDate fromOn, LocalDate toOn) {
        contracts.create(new Contracts.Create(supplier, no, new Contracts.Facts(title, volumeCents, fromOn, toOn, false)));
    }

    /** So many sets of the demo for a room. */
    Requests.Line sets(Long room, int quantity) {
        return new Requests.Line(null, room, quantity, set);
    }

    Requests.Line line(ModelKind kind, Long room, int quantity) {
        Long item = itemOfKind.get(kind);
        if (item == null) {
            throw new IllegalStateException("the catalogue of the demo has no " + kind);
        }
        return new Requests.Line(item, room, quantity);
    }

    Long draft(Long school, String title, String reason, Requests.Line... lines) {
        return requests.create(new Requests.Create(school, title, reason, List.of(lines)));
    }

    Long submitted(Long school, String title, String reason, Requests.Line... lines) {
        Long request = draft(school, title, reason, lines);
        requests.submit(request, new Requests.Submit(version(request), null));
        return request;
    }

    void approve(Long request, String note) {
        requests.approve(request, new Requests.Approve(version(request), note, null));
    }

    void reject(Long request, String reason) {
        requests.reject(request, new Requests.Reject(version(request), reason));
    }

    void ask(Long request, String question) {
        requests.ask(request, new Requests.Question(version(request), question));
    }

    /** Orders all that is open of a request, one order per supplier; answers the orders. */
    List<Long> order(Long request, int daysToDelivery, String awardReference) {
        Map<Long, List<Long>> open = new HashMap<>();
        for (OrderQueries.OpenItem item : orderQueries.openItems(null)) {
            if (item.requestId().equals(request)) {
                open.computeIfAbsent(item.supplierId(), s -> new ArrayList<>()).add(item.id());
            }
        }
        List<Long> placed = new ArrayList<>();
        open.forEach((supplier, items) -> placed.add(orders.place(new Orders.Place(supplier, items,
                clock.today().plusDays(daysToDelivery), awardReference))));
        return placed;
    }

    /** Receives so many pieces of each line of an order, with serial numbers that begin like this. */
    void receive(Long order, int mostPerLine, String serialPrefix) {
        OrderQueries.View view = orderQueries.view(order);
        List<Invoices.Received> lines = new ArrayList<>();
        int number = 0;
        for (OrderQueries.View.Line line : view.lines()) {
            int pieces = Math.min(mostPerLine, line.awaited());
            List<String> serials = new ArrayList<>();
            for (int i = 0; i < pieces && Boolean.TRUE.equals(line.serialised()); i++) {
                serials.add(String.format(Locale.ROOT, "%s%04d", serialPrefix, ++number));
            }
            if (pieces > 0) {
                lines.add(new Invoices.Received(line.id(), null, serials, serials.isEmpty() ? pieces : null));
            }
        }
        paper++;
        invoices.receive(order, new Invoices.Receive(view.version(), "LS-" + paper, clock.today(), "RE-" + clock.today().getYear() + "-" + paper,
                clock.today(), lines));
    }

    /** The treasury pays the first invoice of an order with a cash discount, in cents. */
    void pay(Long order, long discountCents) {
        InvoiceQueries.OfOrder first = invoiceQueries.ofOrder(order).get(0);
        invoices.pay(first.id(), new Invoices.Pay(invoiceQueries.view(first.id()).version(), clock.today(), discountCents));
    }

    /** Own money of the authority, new for it, pays a share of the first line of an order instead of what paid all of it. */
    void repay(Long order, int ownBp, String reason) {
        OrderQueries.View view = orderQueries.view(order);
        OrderQueries.View.Line line = view.lines().get(0);
        Long own = ownMoney.open(new OwnMoney.Open(view.authorityId(), clock.today().getYear(), "21100.096200", "Eigenmittel Schulen, Ausstattung", 5_000_00L,
                "Haushaltsplan, Teilhaushalt Schulen"));
        orders.repay(order, new Orders.Repay(view.version(), line.id(), List.of(new Orders.PayFrom(own, null, ownBp),
                new Orders.PayFrom(line.budgetId(), null, null)), reason));
    }

    /** A device of an order goes back, and another comes for it if its serial is there. */
    void back(Long order, String serial, String instead, String reason) {
        OrderQueries.View view = orderQueries.view(order);
        Long line = view.devices().stream().filter(d -> serial.equals(d.serial())).findFirst().orElseThrow().orderLineId();
        returns.back(order, new Returns.Back(view.version(), instead == null ? BackKind.SENT_BACK : BackKind.EXCHANGED, line, List.of(serial), null, clock.today(),
                instead == null ? null : List.of(instead), instead == null ? null : "LS-" + ++paper, reason));
    }

    private Integer version(Long request) {
        return requestQueries.view(request).version();
    }
}
