package de.schulpakt.procurement.pricelist;

import de.schulpakt.exchange.FactChange;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvRow;
import de.schulpakt.exchange.table.Decimals;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.catalogue.Catalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What a price list will do. Pure: it compares a file with what the catalogue has of the supplier and touches neither. */
final class PriceRows {
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final long MOST = 10_000_000_000L;
    private static final BigDecimal FULL = BigDecimal.valueOf(10_000);

    private final CsvFile file;
    private final ImportSettings settings;
    private final PriceBasis basis;
    private final Map<String, List<Stored>> byKey = new HashMap<>();
    private final LocalDate today;
    /** What the offers of each article will be after the lines before: the last day by the first, null without end. */
    private final Map<Long, NavigableMap<LocalDate, LocalDate>> spans = new HashMap<>();
    private final Map<String, Period> prices = new HashMap<>();
    private final Map<String, Integer> firstLine = new HashMap<>();

    /** An article of the supplier as it stands in the catalogue. */
    record Stored(Long id, String name, String model, String partNo, Category category, Long priceCents, Integer vatBp, String contract, LocalDate validTo,
            Boolean active, Integer version, Integer termMonths) {
    }

    /** An offer of an article; the last day is null without end. */
    record Period(Long itemId, LocalDate fromOn, LocalDate toOn, Long priceCents) {
    }

    /** A change that is to be stored: of now, or of a later day, each for the version that the article then has. */
    record Change(Long itemId, Integer version, Function<Integer, Catalogue.ChangeItem> now, Function<Integer, Catalogue.Offer> later) {
    }

    PriceRows(CsvFile file, ImportSettings settings, PriceBasis basis, List<Stored> stored, List<Period> periods, LocalDate today) {
        this.today = today;
        periods.forEach(p -> spans.computeIfAbsent(p.itemId(), k -> new TreeMap<>()).put(p.fromOn(), p.toOn()));
        periods.forEach(p -> prices.put(key(p.itemId(), p.fromOn()), p));
        this.file = file;
        this.settings = settings;
        this.basis = basis;
        stored.forEach(item -> {
            for (String key : java.util.Arrays.asList(item.partNo(), item.name(), item.model())) {
                if (key != null && !key.isBlank()) {
                    List<Stored> same = byKey.computeIfAbsent(key(key), k -> new ArrayList<>());
                    if (!same.contains(item)) {
                        same.add(item);
                    }
                }
            }
        });
    }

    ImportPlan plan(List<Finding> ofFile) {
        Map<Integer, List<Finding>> byLine = file.findingsByLine();
        List<ImportPlan.Row> rows = new ArrayList<>();
        file.rows().stream().filter(row -> !row.isBlank()).forEach(row -> rows.add(row(row, new ArrayList<>(byLine.getOrDefault(row.line(), List.of())))));
        List<Finding> findings = new ArrayList<>(file.findingsOfFile());
        findings.addAll(ofFile);
        if (!settings.columns().contains(PriceField.PRICE.name())) {
            findings.add(Finding.error(null, null, null, "prices.no_column", PriceField.PRICE));
        }
        if (!settings.columns().contains(PriceField.PART_NO.name()) && !settings.columns().contains(PriceField.NAME.name())) {
            findings.add(Finding.error(null, null, null, "prices.no_column", PriceField.PART_NO));
        }
        return ImportPlan.of(file, rows, findings, settings.leavesOut());
    }

    private ImportPlan.Row row(CsvRow row, List<Finding> findings) {
        int line = row.line();
        String partNo = value(row, PriceField.PART_NO);
        String name = value(row, PriceField.NAME);
        Stored item = item(line, partNo, name, findings);
        String typed = value(row, PriceField.PRICE);
        Long cents = cents(typed);
        if (settings.columns().contains(PriceField.PRICE.name()) && (cents == null || cents <= 0 || cents > MOST)) {
            findings.add(Finding.error(line, column(PriceField.PRICE), typed, "prices.price"));
        }
        String until = value(row, PriceField.VALID_TO);
        LocalDate day = day(until);
        if (!until.isEmpty() && day == null) {
            findings.add(Finding.error(line, column(PriceField.VALID_TO), until, "prices.day"));
        }
        String since = value(row, PriceField.VALID_FROM);
        LocalDate from = day(since);
        if (!since.isEmpty() && from == null) {
            findings.add(Finding.error(line, column(PriceField.VALID_FROM), since, "prices.day"));
        } else if (from != null && from.isBefore(today)) {
            findings.add(Finding.warning(line, column(PriceField.VALID_FROM), since, "prices.from_past"));
        }
        boolean later = from != null && from.isAfter(today);
        if (later && day != null && day.isBefore(from)) {
            findings.add(Finding.error(line, column(PriceField.VALID_TO), until, "prices.ends_before"));
        }
        Integer before = item == null ? null : firstLine.putIfAbsent(key(item.id(), later ? from : today), line);
        if (before != null) {
            findings.add(Finding.error(line, column(PriceField.PART_NO), partNo, "prices.twice", String.valueOf(before)));
        }
        String number = partNo.isEmpty() ? item == null ? null : item.partNo() : partNo;
        if (item == null || cents == null || findings.stream().anyMatch(Finding::error)) {
            return new ImportPlan.Row(line, Outcome.WRONG, number, name, item == null ? null : item.id(), List.of(), findings, null);
        }
        long gross = basis == PriceBasis.GROSS ? cents : BigDecimal.valueOf(cents).multiply(FULL.add(BigDecimal.valueOf(item.vatBp())))
                .divide(FULL, 0, RoundingMode.HALF_UP).longValueExact();
        List<FactChange> changes = new ArrayList<>();
        Change change = later ? later(line, item, gross, from, day, findings, changes) : now(line, item, gross, until.isEmpty() ? null : day, findings, changes);
        Outcome outcome = findings.stream().anyMatch(Finding::error) ? Outcome.WRONG : changes.isEmpty() ? Outcome.SAME : Outcome.CHANGED;
        return new ImportPlan.Row(line, outcome, number, item.name(), item.id(), changes, findings, outcome == Outcome.CHANGED ? change : null);
    }

    /** The article costs this from today on. */
    private Change now(int line, Stored item, long gross, LocalDate until, List<Finding> findings, List<FactChange> changes) {
        NavigableMap<LocalDate, LocalDate> offers = spans.computeIfAbsent(item.id(), k -> new TreeMap<>());
        Map.Entry<LocalDate, LocalDate> begun = offers.floorEntry(today);
        LocalDate validTo = until != null ? until : begun == null ? item.validTo() : begun.getValue();
        if (gross != item.priceCents()) {
            changes.add(new FactChange("price", Money.of(item.priceCents()), Money.of(gross)));
        }
        if (until != null && !until.equals(item.validTo())) {
            changes.add(new FactChange("validTo", item.validTo(), until));
        }
        if (!changes.isEmpty()) {
            offers.put(begun == null || begun.getValue() != null && begun.getValue().isBefore(today) ? today : begun.getKey(), validTo);
            refuseOverlap(line, offers, PriceField.VALID_TO, findings);
        }
        return new Change(item.id(), item.version(), version -> new Catalogue.ChangeItem(version, item.name(), item.category(), gross, item.vatBp(), item.contract(),
                validTo, item.active(), item.termMonths()), null);
    }

    /** It costs this from a later day on. */
    private Change later(int line, Stored item, long gross, LocalDate from, LocalDate until, List<Finding> findings, List<FactChange> changes) {
        Period there = prices.get(key(item.id(), from));
        if (there != null) {
            if (there.priceCents() != gross || until != null && !until.equals(there.toOn())) {
                findings.add(Finding.error(line, column(PriceField.VALID_FROM), GERMAN.format(from), "prices.offer_there", Money.of(there.priceCents())));
            }
            return null;
        }
        NavigableMap<LocalDate, LocalDate> offers = spans.computeIfAbsent(item.id(), k -> new TreeMap<>());
        // as Catalogue.offer does it: one without end, and the running one, end the day before
        Map.Entry<LocalDate, LocalDate> runs = offers.headMap(from).entrySet().stream()
                .filter(o -> o.getValue() == null || !o.getKey().isAfter(today) && !o.getValue().isBefore(from)).findFirst().map(o -> new SimpleEntry<>(o.getKey(), o.getValue())).orElse(null);
        if (runs != null) {
            offers.put(runs.getKey(), from.minusDays(1));
            if (runs.getValue() != null) {
                findings.add(Finding.warning(line, column(PriceField.VALID_FROM), GERMAN.format(from), "prices.shortens", from.minusDays(1),
                        runs.getValue()));
            }
        }
        offers.put(from, until);
        refuseOverlap(line, offers, PriceField.VALID_FROM, findings);
        changes.add(new FactChange("price", Money.of(item.priceCents()), Money.of(gross)));
        changes.add(new FactChange("offerFrom", null, from));
        if (until != null) {
            changes.add(new FactChange("validTo", null, until));
        }
        return new Change(item.id(), item.version(), null, version -> new Catalogue.Offer(version, from, until, gross, item.vatBp()));
    }

    private void refuseOverlap(int line, NavigableMap<LocalDate, LocalDate> offers, PriceField field, List<Finding> findings) {
        Map.Entry<LocalDate, LocalDate> before = null;
        for (Map.Entry<LocalDate, LocalDate> offer : offers.entrySet()) {
            if (before != null && (before.getValue() == null || !before.getValue().isBefore(offer.getKey()))) {
                findings.add(Finding.error(line, column(field), "", "prices.overlap", before.getKey(), offer.getKey()));
                return;
            }
            before = offer;
        }
    }

    private static String key(Long item, LocalDate from) {
        return item + "\n" + from;
    }

    /** The article by its number, else by its name or model. */
    private Stored item(int line, String partNo, String name, List<Finding> findings) {
        List<Stored> found = partNo.isEmpty() ? List.of() : byKey.getOrDefault(key(partNo), List.of());
        if (found.isEmpty() && !name.isEmpty()) {
            found = byKey.getOrDefault(key(name), List.of());
        }
        if (found.size() != 1) {
            findings.add(Finding.error(line, column(partNo.isEmpty() ? PriceField.NAME : PriceField.PART_NO), partNo.isEmpty() ? name : partNo,
                    found.isEmpty() ? "prices.unknown" : "prices.several"));
            return null;
        }
        return found.get(0);
    }

    private String value(CsvRow row, PriceField field) {
        int at = settings.columns().indexOf(field.name());
        return at < 0 ? "" : row.value(at).strip();
    }

    private String column(PriceField field) {
        int at = settings.columns().indexOf(field.name());
        return at < 0 || at >= file.columns().size() ? null : file.columns().get(at);
    }

    /** The amount in cents, null if the text is none. */
    static Long cents(String text) {
        return Decimals.cents(text, BigDecimal.valueOf(MOST));
    }

    /** The day as 31.12.2026 or 2026-12-31, null if the text is none. */
    static LocalDate day(String text) {
        try {
            String day = text.strip();
            return day.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(day) : LocalDate.parse(day, GERMAN);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
