package de.schulpakt.demo;

import static de.schulpakt.demo.DemoTable.text;

import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.Imports;
import de.schulpakt.funding.ledger.OwnMoney;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.inventory.device.DeviceModels;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.value.Values;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.procurement.bank.SupplierAccountQueries;
import de.schulpakt.procurement.bank.SupplierAccounts;
import de.schulpakt.procurement.catalogue.Catalogue;
import de.schulpakt.procurement.catalogue.CatalogueQueries;
import de.schulpakt.procurement.catalogue.CatalogueSets;
import de.schulpakt.procurement.catalogue.Contracts;
import de.schulpakt.procurement.difference.DifferenceKind;
import de.schulpakt.procurement.difference.DifferenceList;
import de.schulpakt.procurement.difference.Differences;
import de.schulpakt.procurement.depreciation.AssetAccounts;
import de.schulpakt.procurement.depreciation.AssetBookingQueries;
import de.schulpakt.procurement.depreciation.AssetBookings;
import de.schulpakt.procurement.finance.FinanceColumn;
import de.schulpakt.procurement.finance.FinanceQueries;
import de.schulpakt.procurement.finance.FinanceRuns;
import de.schulpakt.procurement.finance.FinanceSettings;
import de.schulpakt.procurement.invoice.InvoiceQueries;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.payment.PaymentColumn;
import de.schulpakt.procurement.payment.PaymentQueries;
import de.schulpakt.procurement.payment.PaymentSettings;
import de.schulpakt.procurement.payment.Payments;
import de.schulpakt.procurement.receipt.BackKind;
import de.schulpakt.procurement.receipt.GoodsCheckQueries;
import de.schulpakt.procurement.receipt.GoodsChecks;
import de.schulpakt.procurement.receipt.Returns;
import de.schulpakt.procurement.receipt.Stocking;
import de.schulpakt.procurement.receipt.Surpluses;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
    private static final int MOST_CHECKS = 20;

    @Inject
    Catalogue catalogue;
    @Inject
    CatalogueQueries offers;
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
    Stocking stocking;
    @Inject
    Invoices invoices;
    @Inject
    InvoiceQueries invoiceQueries;
    @Inject
    OwnMoney ownMoney;
    @Inject
    Returns returns;
    @Inject
    Surpluses surpluses;
    @Inject
    GoodsChecks checks;
    @Inject
    GoodsCheckQueries checkQueries;
    @Inject
    SupplierAccounts accounts;
    @Inject
    SupplierAccountQueries accountQueries;
    @Inject
    Payments payments;
    @Inject
    PaymentSettings paymentSettings;
    @Inject
    PaymentQueries paymentQueries;
    @Inject
    FinanceSettings financeSettings;
    @Inject
    FinanceRuns financeRuns;
    @Inject
    Values values;
    @Inject
    AssetAccounts assetAccounts;
    @Inject
    AssetBookings assetBookings;
    @Inject
    AssetBookingQueries assetBookingQueries;
    @Inject
    FinanceQueries financeQueries;
    @Inject
    Differences differences;
    @Inject
    DifferenceList differenceList;
    @Inject
    Imports imports;
    @Inject
    ImportQueries importQueries;
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
        Long later = itemOfName.get("Tablet 11 Zoll, 128 GB");
        catalogue.offer(later, new Catalogue.Offer(offers.item(later).version(), today.plusDays(129), today.plusDays(493), 38_900L, null));
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
        return order(request, daysToDelivery, awardReference, null);
    }

    /** The same by an award file that was decided. */
    List<Long> order(Long request, int daysToDelivery, String awardReference, Long award) {
        Map<Long, List<Long>> open = new HashMap<>();
        for (OrderQueries.OpenItem item : orderQueries.openItems(null)) {
            if (item.requestId().equals(request)) {
                open.computeIfAbsent(item.supplierId(), s -> new ArrayList<>()).add(item.id());
            }
        }
        List<Long> placed = new ArrayList<>();
        open.forEach((supplier, items) -> placed.add(orders.place(new Orders.Place(supplier, items,
                clock.today().plusDays(daysToDelivery), awardReference, false, award))));
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

    /** Some of the accessories of an order lie in a store of the technicians from now on. */
    void shelve(Long order, Long store, int pieces) {
        OrderQueries.View view = orderQueries.view(order);
        stocking.put(order, new Stocking.Put(view.version(), view.lines().get(0).id(), store, pieces, null, null));
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

    /** Where the first supplier of an order is paid, as its invoice says; answers the account, which another person confirms. */
    Long bank(Long order) {
        return accounts.propose(orderQueries.view(order).supplierId(), new SupplierAccounts.Propose(orderQueries.view(order).supplier(), "DE89 3704 0044 0532 0130 00",
                "COBADEFF", "Fußzeile der ersten Rechnung"));
    }

    void confirmBank(Long order) {
        accountQueries.view(orderQueries.view(order).supplierId()).accounts().forEach(a -> accounts.confirm(a.id(), new SupplierAccounts.Confirm(a.version(),
                "Mit dem Rahmenvertrag verglichen.")));
    }

    /** The account of the city, the format for its treasury, and a list of all invoices that can be paid. */
    Long list(Long authority, LocalDate payOn) {
        paymentSettings.set(authority, new PaymentSettings.Set(null, "Stadt Koblenz, Stadtkasse", "DE75 5121 0800 1245 1261 99", null, List.of(PaymentColumn.REFERENCE,
                PaymentColumn.HOLDER, PaymentColumn.IBAN, PaymentColumn.AMOUNT, PaymentColumn.PURPOSE, PaymentColumn.PAY_ON), PaymentSettings.CsvSeparator.SEMICOLON,
                PaymentSettings.CsvDecimal.COMMA, PaymentSettings.CsvDays.GERMAN, true));
        return payments.drawUp(new Payments.DrawUp(authority, payOn, paymentQueries.payable(authority, payOn).stream().filter(p -> p.iban() != null)
                .map(PaymentQueries.Payable::id).toList()));
    }

    void release(Long list) {
        payments.release(list, new Payments.Release(paymentQueries.view(list).version(), null));
    }

    /** More came than was ordered with the first line of an order. */
    void tooMuch(Long order, int pieces, String note) {
        OrderQueries.View view = orderQueries.view(order);
        surpluses.note(order, new Surpluses.Note(view.version(), view.lines().get(0).id(), pieces, clock.today(), note));
    }

    /** The school has looked at all that waits for its answer: the first line of the newest is as it says, all else is there. */
    void arrived(int missing, int broken, String note) {
        List<GoodsCheckQueries.OfOrder> waiting = checkQueries.waiting(MOST_CHECKS);
        for (int i = 0; i < waiting.size(); i++) {
            GoodsCheckQueries.View view = checkQueries.view(waiting.get(i).id());
            if (i < waiting.size() - 1 || missing + broken == 0) {
                checks.confirm(view.id(), new GoodsChecks.Confirm(view.version(), null));
            } else {
                checks.report(view.id(), new GoodsChecks.Report(view.version(), List.of(new GoodsChecks.Lack(view.lines().get(0).id(), missing, broken, note)), null));
            }
        }
    }

    private Integer version(Long request) {
        return requestQueries.view(request).version();
    }

    /** The format and the accounts of the city, and what was spent so far for its finance system. */
    Long export(Long authority, LocalDate until) {
        financeSettings.set(authority, new FinanceSettings.Set(null, until.minusDays(90), List.of(FinanceColumn.REFERENCE, FinanceColumn.POSTED_ON, FinanceColumn.ACCOUNT,
                FinanceColumn.COST_CENTRE, FinanceColumn.SPECIAL_ITEM, FinanceColumn.AMOUNT, FinanceColumn.WORDS), PaymentSettings.CsvSeparator.SEMICOLON,
                PaymentSettings.CsvDecimal.COMMA, PaymentSettings.CsvDays.GERMAN, true));
        financeSettings.rule(authority, new FinanceSettings.Rule(null, null, null, "0821000", "2010100", "SoPo 2310-17"));
        financeSettings.rule(authority, new FinanceSettings.Rule(null, Category.WLAN, null, "0711000", null, null));
        return financeRuns.export(new FinanceRuns.Export(authority, until));
    }

    /** The accounts of the city for what loses value, and the year so far, as a statement and as a run; a first run had the wrong account. */
    void writeOff(Long authority) {
        assetAccounts.say(authority, new AssetAccounts.Say(null, "0821000", "5721000", "5911000", "2310000", "4161000"));
        Long statement = values.make(new Values.Make(authority, clock.today().getYear()));
        Long wrong = assetBookings.book(new AssetBookings.Book(statement));
        assetAccounts.say(authority, new AssetAccounts.Say(ModelKind.ACCESS_POINT, "0711000", "5711000", "5911000", "2310000", "4161000"));
        assetBookings.reverse(wrong, new AssetBookings.Reverse(assetBookingQueries.view(wrong).version(), "Access Points stehen auf einem eigenen Konto."));
        assetBookings.book(new AssetBookings.Book(statement));
    }

    /** What the finance system has booked comes back: one amount is another there, one document is not of the run, one posting is missing. */
    void booked(Long run, LocalDate day) {
        FinanceQueries.View sent = financeQueries.view(run);
        StringBuilder file = new StringBuilder("Belegnummer;Referenz;Buchungstag;Betrag;Konto\n");
        for (FinanceQueries.Line line : sent.lines().subList(1, sent.lines().size())) {
            long cents = line.amountCents() - (line.lineNo() == 2 ? 10_00 : 0);
            file.append(700100 + line.lineNo()).append(';').append(line.reference()).append(';').append(day).append(';').append(BigDecimal.valueOf(cents, 2)).append(';')
                    .append(line.account()).append('\n');
        }
        file.append("700201;;").append(day).append(";89.90;0821000\n");
        Long read = imports.upload("bookings", new Imports.Upload("buchungen-november.csv", file.toString().getBytes(StandardCharsets.UTF_8)));
        imports.run(read, new Imports.Step(importQueries.view(read, Locale.GERMAN).version()));
        imports.execute(read);
    }

    /** Two device types of a library of types are read; they are not stored so far. */
    void types() {
        imports.upload("types", new Imports.Upload("geraetetypen.yaml", """
                ---
                manufacturer: LANCOM
                model: LX-6500
                part_number: '61848'
                interfaces:
                  - name: ETH1
                    type: 2.5gbase-t
                  - name: WLAN-1
                    type: ieee802.11ax
                ---
                manufacturer: Netgear
                model: GS316EPP
                """.getBytes(StandardCharsets.UTF_8)));
    }

    /** The officer says why an amount is another one there. */
    void explain() {
        differenceList.page(ListView.all()).rows().stream().filter(d -> d.kind() == DifferenceKind.AMOUNT).forEach(d -> differences.explain(d.id(),
                new Differences.Reason(d.version(), "Die Kasse hat 10 EUR Skonto gesondert gebucht.")));
    }
}
