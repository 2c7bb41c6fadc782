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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a price list will do. Pure: it compares a file with what the catalogue has of the supplier and touches neither. */
final class PriceRows {
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final long MOST = 10_000_000_000L;
    private static final BigDecimal FULL = BigDecimal.valueOf(10_000);

    private final CsvFile file;
    private final ImportSettings settings;
    private final PriceBasis basis;
    private final Map<String, List<Stored>> byKey = new HashMap<>();
    private final Map<Long, Integer> firstLine = new HashMap<>();

    /** An article of the supplier as it stands in the catalogue. */
    record Stored(Long id, String name, String model, String partNo, Category category, Long priceCents, Integer vatBp, String contract, LocalDate validTo,
            Boolean active, Integer version, Integer termMonths) {
    }

    /** A change that is to be stored. */
    record Change(Long itemId, Catalogue.ChangeItem command) {
    }

    PriceRows(CsvFile file, ImportSettings settings, PriceBasis basis, List<Stored> stored) {
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
        Integer before = item == null ? null : firstLine.putIfAbsent(item.id(), line);
        if (before != null) {
            findings.add(Finding.error(line, column(PriceField.PART_NO), partNo, "prices.twice", String.valueOf(before)));
        }
        String number = partNo.isEmpty() ? item == null ? null : item.partNo() : partNo;
        if (item == null || cents == null || findings.stream().anyMatch(Finding::error)) {
            return new ImportPlan.Row(line, Outcome.WRONG, number, name, item == null ? null : item.id(), List.of(), findings, null);
        }
        long gross = basis == PriceBasis.GROSS ? cents : BigDecimal.valueOf(cents).multiply(FULL.add(BigDecimal.valueOf(item.vatBp())))
                .divide(FULL, 0, RoundingMode.HALF_UP).longValueExact();
        LocalDate validTo = until.isEmpty() ? item.validTo() : day;
        List<FactChange> changes = new ArrayList<>();
        if (gross != item.priceCents()) {
            changes.add(new FactChange("price", euro(item.priceCents()), euro(gross)));
        }
        if (!Objects.equals(validTo, item.validTo())) {
            changes.add(new FactChange("validTo", item.validTo() == null ? null : GERMAN.format(item.validTo()), GERMAN.format(validTo)));
        }
        return new ImportPlan.Row(line, changes.isEmpty() ? Outcome.SAME : Outcome.CHANGED, number, item.name(), item.id(), changes, findings,
                changes.isEmpty() ? null : new Change(item.id(), new Catalogue.ChangeItem(item.version(), item.name(), item.category(), gross, item.vatBp(),
                        item.contract(), validTo, item.active(), item.termMonths())));
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
        BigDecimal amount = Decimals.of(text.replaceAll("(?i)eur|€", ""), false);
        return amount == null || amount.abs().compareTo(BigDecimal.valueOf(MOST)) > 0 ? null
                : Long.valueOf(amount.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
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

    private static String euro(long cents) {
        return Money.of(cents).amount(Locale.GERMAN) + " EUR";
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
