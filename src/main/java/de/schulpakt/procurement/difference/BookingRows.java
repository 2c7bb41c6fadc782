package de.schulpakt.procurement.difference;

import de.schulpakt.exchange.FactChange;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvRow;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.exchange.table.TreasuryText;
import de.schulpakt.platform.text.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file of the finance system says, compared with what is known of its bookings. Pure: it touches neither. */
final class BookingRows {
    /** A line of a run, or of a file of depreciation. */
    private static final Pattern OURS = Pattern.compile("(?i)[HJ]-\\d{4}-\\d{4,}-\\d+");
    private static final Pattern SIDES = Pattern.compile("(?i)s|soll|d|debit|h|haben|c|credit");
    private static final int DOCUMENT = 60;
    private static final int DOCUMENT_LINE = 20;
    private static final int ACCOUNT = 40;
    private final CsvFile file;
    private final ImportSettings settings;
    private final Long authorityId;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Integer> firstLine = new HashMap<>();

    /** A booking that was read before. */
    record Known(Long id, String documentNo, String documentLine, String reference, String account, LocalDate bookedOn, Long amountCents) {
    }

    /** A booking as the file says it; the id is that of the one that was read before, or null. */
    record Booked(Long id, Long authorityId, String documentNo, String documentLine, String reference, String account, LocalDate bookedOn, Long amountCents) {
    }

    BookingRows(CsvFile file, ImportSettings settings, List<Known> known, Long authorityId) {
        this.file = file;
        this.authorityId = authorityId;
        this.settings = settings;
        known.forEach(k -> this.known.put(key(k.documentNo(), k.documentLine(), k.bookedOn()), k));
    }

    ImportPlan plan(List<Finding> before) {
        Map<Integer, List<Finding>> byLine = file.findingsByLine();
        List<ImportPlan.Row> rows = new ArrayList<>();
        file.rows().stream().filter(row -> !row.isBlank()).forEach(row -> rows.add(row(row, new ArrayList<>(byLine.getOrDefault(row.line(), List.of())))));
        List<Finding> findings = new ArrayList<>(file.findingsOfFile());
        findings.addAll(before);
        for (BookingField needed : List.of(BookingField.DOCUMENT, BookingField.BOOKED_ON)) {
            if (!has(needed)) {
                findings.add(Finding.error(null, null, null, "payments.no_column", needed));
            }
        }
        if (!has(BookingField.AMOUNT) && !has(BookingField.AMOUNT_CENTS)) {
            findings.add(Finding.error(null, null, null, "payments.no_column", BookingField.AMOUNT));
        }
        return ImportPlan.of(file, rows, findings, settings.leavesOut());
    }

    private ImportPlan.Row row(CsvRow row, List<Finding> findings) {
        int line = row.line();
        String document = value(row, BookingField.DOCUMENT);
        String part = value(row, BookingField.DOCUMENT_LINE);
        if (document.isEmpty() || document.length() > DOCUMENT || part.length() > DOCUMENT_LINE) {
            findings.add(Finding.error(line, column(BookingField.DOCUMENT), document, "bookings.document"));
        }
        Long cents = cents(row, line, findings);
        String typedDay = value(row, BookingField.BOOKED_ON);
        LocalDate day = TreasuryText.day(typedDay);
        if (has(BookingField.BOOKED_ON) && day == null) {
            findings.add(Finding.error(line, column(BookingField.BOOKED_ON), typedDay, "payments.day"));
        }
        String account = value(row, BookingField.ACCOUNT);
        if (account.length() > ACCOUNT) {
            findings.add(Finding.error(line, column(BookingField.ACCOUNT), account, "bookings.account"));
        }
        Integer before = firstLine.putIfAbsent(key(document, part, day), line);
        if (before != null) {
            findings.add(Finding.error(line, column(BookingField.DOCUMENT), document, "bookings.twice", String.valueOf(before)));
        }
        Known old = known.get(key(document, part, day));
        boolean good = findings.stream().noneMatch(Finding::error) && cents != null && day != null;
        Booked booked = good ? new Booked(old == null ? null : old.id(), authorityId, document, part, reference(row), account.isEmpty() ? null : account, day, cents) : null;
        List<FactChange> changes = booked == null || old == null ? List.of() : changes(old, booked);
        Outcome outcome = booked == null ? Outcome.WRONG : old == null ? Outcome.NEW : changes.isEmpty() ? Outcome.SAME : Outcome.CHANGED;
        return new ImportPlan.Row(line, outcome, document, reference(row) == null ? "" : reference(row), old == null ? null : old.id(), changes, findings, booked);
    }

    private Long cents(CsvRow row, int line, List<Finding> findings) {
        BookingField money = has(BookingField.AMOUNT_CENTS) && (!has(BookingField.AMOUNT) || value(row, BookingField.AMOUNT).isEmpty()) ? BookingField.AMOUNT_CENTS
                : BookingField.AMOUNT;
        String typed = value(row, money);
        Long cents = money == BookingField.AMOUNT ? TreasuryText.cents(typed) : TreasuryText.wholeCents(typed);
        if (has(money) && cents == null) {
            findings.add(Finding.error(line, column(money), typed, money == BookingField.AMOUNT ? "payments.amount" : "payments.amount_cents"));
        }
        String side = value(row, BookingField.SIDE);
        if (side.isEmpty() || cents == null) {
            return cents;
        }
        if (!SIDES.matcher(side).matches()) {
            findings.add(Finding.error(line, column(BookingField.SIDE), side, "bookings.side"));
            return null;
        }
        boolean back = "hc".indexOf(Character.toLowerCase(side.charAt(0))) >= 0;
        if (!back && cents < 0) {
            findings.add(Finding.error(line, column(money), typed, "bookings.minus"));
            return null;
        }
        return back ? -Math.abs(cents) : cents;
    }

    /** The reference of a line of ours, in its own column or in the text; null if none is named. */
    private String reference(CsvRow row) {
        Matcher ours = OURS.matcher(value(row, BookingField.REFERENCE) + " " + value(row, BookingField.WORDS));
        return ours.find() ? ours.group().toUpperCase(Locale.ROOT) : null;
    }

    private static List<FactChange> changes(Known old, Booked now) {
        List<FactChange> changes = new ArrayList<>();
        if (!old.amountCents().equals(now.amountCents())) {
            changes.add(new FactChange("bookedAmount", Money.of(old.amountCents()), Money.of(now.amountCents())));
        }
        if (!old.bookedOn().equals(now.bookedOn())) {
            changes.add(new FactChange("bookedOn", old.bookedOn(), now.bookedOn()));
        }
        if (!Objects.equals(old.account(), now.account())) {
            changes.add(new FactChange("bookedAccount", old.account(), now.account()));
        }
        if (!Objects.equals(old.reference(), now.reference())) {
            changes.add(new FactChange("bookedReference", old.reference(), now.reference()));
        }
        return changes;
    }

    /** Documents are numbered anew each household year. */
    private static String key(String document, String line, LocalDate bookedOn) {
        return document.toLowerCase(Locale.ROOT) + "\n" + line.toLowerCase(Locale.ROOT) + "\n" + (bookedOn == null ? "" : bookedOn.getYear());
    }

    private boolean has(BookingField field) {
        return settings.columns().contains(field.name());
    }

    private String value(CsvRow row, BookingField field) {
        int at = settings.columns().indexOf(field.name());
        return at < 0 ? "" : row.value(at).strip();
    }

    private String column(BookingField field) {
        int at = settings.columns().indexOf(field.name());
        return at < 0 || at >= file.columns().size() ? null : file.columns().get(at);
    }
}
