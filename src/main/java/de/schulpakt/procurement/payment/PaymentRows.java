package de.schulpakt.procurement.payment;

import de.schulpakt.exchange.FactChange;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvRow;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.exchange.table.TreasuryText;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.invoice.Invoices;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the treasury says it has paid, compared with what was listed. Pure: it touches neither. */
final class PaymentRows {
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** The reference of a transfer: number of the list and of the line. */
    private static final Pattern OURS = Pattern.compile("(?i)Z-\\d{4}-\\d{4,}-\\d+");
    /** The number of a list: all that it transfers in one sum. */
    private static final Pattern WHOLE = Pattern.compile("(?i)Z-\\d{4}-\\d{4,}");
    private final CsvFile file;
    private final ImportSettings settings;
    private final LocalDate today;
    private final List<Listed> listed;
    private final Map<String, Integer> firstLine = new HashMap<>();
    private final Map<String, Integer> firstBack = new HashMap<>();
    private final Set<String> bounced = new HashSet<>();
    /** What an earlier line of this file pays. */
    private final Set<String> paidHere = new HashSet<>();

    /**
     * An invoice that a transfer pays, or a credit note that is set off in it.
     *
     * @param amountCents below zero for a credit note
     * @param version     of the invoice
     */
    record Part(PaymentItemState state, Long invoiceId, String invoiceNo, Long amountCents, Long discountCents, LocalDate paidOn, Integer version) {
    }

    /** A transfer that was released. */
    record Listed(String listNo, Integer transferNo, String holder, String iban, LocalDate releasedOn, List<Part> parts) {
        String reference() {
            return listNo + "-" + transferNo;
        }

        /** OPEN as long as anything of it is, else PAID as long as anything is. */
        PaymentItemState state() {
            return Stream.of(PaymentItemState.OPEN, PaymentItemState.PAID).filter(s -> parts.stream().anyMatch(p -> p.state() == s)).findFirst()
                    .orElse(PaymentItemState.RETURNED);
        }

        long amountCents() {
            return parts.stream().mapToLong(Part::amountCents).sum();
        }

        long fullCents() {
            return parts.stream().mapToLong(p -> p.amountCents() + p.discountCents()).sum();
        }

        LocalDate paidOn() {
            return parts.stream().map(Part::paidOn).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
        }

        String invoices() {
            return parts.stream().map(Part::invoiceNo).collect(Collectors.joining(", "));
        }

        boolean names(String invoice) {
            return parts.stream().anyMatch(p -> p.invoiceNo().equalsIgnoreCase(invoice));
        }
    }

    /** What a line books: what was paid, and what came back. */
    record Booking(List<Paid> paid, List<Back> back) {
    }

    /** An invoice that was paid. */
    record Paid(Long invoiceId, Integer version, LocalDate day, long discountCents) {
    }

    /** An invoice whose payment the bank has returned; the version is null if an earlier line of the same file has it paid. */
    record Back(Long invoiceId, Integer version, LocalDate day, Invoices.BounceReason reason) {
    }

    PaymentRows(CsvFile file, ImportSettings settings, LocalDate today, List<Listed> listed) {
        this.file = file;
        this.settings = settings;
        this.today = today;
        this.listed = listed;
    }

    ImportPlan plan() {
        Map<Integer, List<Finding>> byLine = file.findingsByLine();
        List<ImportPlan.Row> rows = new ArrayList<>();
        file.rows().stream().filter(row -> !value(row, PaymentField.RETURNED).isEmpty()).forEach(row -> bounced.add(key(value(row, PaymentField.REFERENCE))));
        file.rows().stream().filter(row -> !row.isBlank()).forEach(row -> rows.add(row(row, new ArrayList<>(byLine.getOrDefault(row.line(), List.of())))));
        List<Finding> findings = new ArrayList<>(file.findingsOfFile());
        if (!has(PaymentField.PAID_ON)) {
            findings.add(Finding.error(null, null, null, "payments.no_column", PaymentField.PAID_ON));
        }
        if (!has(PaymentField.AMOUNT) && !has(PaymentField.AMOUNT_CENTS)) {
            findings.add(Finding.error(null, null, null, "payments.no_column", PaymentField.AMOUNT));
        }
        if (!has(PaymentField.REFERENCE) && !has(PaymentField.INVOICE)) {
            findings.add(Finding.error(null, null, null, "payments.no_column", PaymentField.REFERENCE));
        }
        return ImportPlan.of(file, rows, findings, settings.leavesOut());
    }

    private ImportPlan.Row row(CsvRow row, List<Finding> findings) {
        int line = row.line();
        String reference = value(row, PaymentField.REFERENCE);
        String invoice = value(row, PaymentField.INVOICE);
        PaymentField money = has(PaymentField.AMOUNT_CENTS) && (!has(PaymentField.AMOUNT) || value(row, PaymentField.AMOUNT).isEmpty()) ? PaymentField.AMOUNT_CENTS
                : PaymentField.AMOUNT;
        String typed = value(row, money);
        String typedDay = value(row, PaymentField.PAID_ON);
        Long cents = money == PaymentField.AMOUNT ? TreasuryText.cents(typed) : TreasuryText.wholeCents(typed);
        LocalDate day = TreasuryText.day(typedDay);
        if (has(money) && cents == null) {
            findings.add(Finding.error(line, column(money), typed, money == PaymentField.AMOUNT ? "payments.amount" : "payments.amount_cents"));
        }
        if (cents != null && money == PaymentField.AMOUNT && has(PaymentField.AMOUNT_CENTS)) {
            String other = value(row, PaymentField.AMOUNT_CENTS);
            if (!other.isEmpty() && !cents.equals(TreasuryText.wholeCents(other))) {
                findings.add(Finding.error(line, column(PaymentField.AMOUNT_CENTS), other, "payments.amounts_differ", typed));
            }
        }
        if (has(PaymentField.PAID_ON) && (day == null || day.isAfter(today))) {
            findings.add(Finding.error(line, column(PaymentField.PAID_ON), typedDay, day == null ? "payments.day" : "payments.future"));
        }
        String reason = value(row, PaymentField.RETURNED);
        if (WHOLE.matcher(reference).matches()) {
            return reason.isEmpty() ? whole(line, reference, cents, typed, day, findings) : wholeBack(line, reference, cents, typed, day, reason, findings);
        }
        Listed item = cents == null ? null : item(line, reference, invoice, Math.abs(cents), value(row, PaymentField.IBAN), !reason.isEmpty(), findings);
        Booking booking = null;
        Outcome outcome = Outcome.WRONG;
        List<FactChange> changes = new ArrayList<>();
        if (item != null && day != null) {
            long amount = Math.abs(cents);
            if (amount != item.amountCents() && amount != item.fullCents()) {
                findings.add(Finding.error(line, column(money), typed, "payments.amount_other", Money.of(item.amountCents())));
            }
            booking = reason.isEmpty() ? paid(line, item, day, typedDay, amount, findings) : back(line, item, day, reason, findings);
            if (findings.stream().noneMatch(Finding::error)) {
                outcome = booking == null ? Outcome.SAME : Outcome.CHANGED;
                if (booking != null && reason.isEmpty()) {
                    paidHere.add(item.reference());
                }
                if (booking != null) {
                    changes.add(reason.isEmpty() ? new FactChange("paidOn", null, day) : new FactChange("bouncedOn", null, List.of(day, reason)));
                }
            }
        }
        return new ImportPlan.Row(line, outcome, item == null ? reference.isEmpty() ? invoice : reference : item.reference(), item == null ? invoice
                : item.invoices() + " · " + item.holder(), item == null ? null : item.parts().get(0).invoiceId(), changes, findings, outcome == Outcome.CHANGED ? booking : null);
    }

    /** What of a transfer is paid by this line; null for nothing. */
    private Booking paid(int line, Listed item, LocalDate day, String typedDay, long amount, List<Finding> findings) {
        Integer before = firstLine.putIfAbsent(item.reference(), line);
        if (before != null) {
            findings.add(Finding.error(line, column(PaymentField.REFERENCE), item.reference(), "payments.twice", String.valueOf(before)));
        }
        if (item.state() == PaymentItemState.OPEN && day.isBefore(item.releasedOn())) {
            findings.add(Finding.error(line, column(PaymentField.PAID_ON), typedDay, "payments.before_release", item.releasedOn()));
        }
        if (item.state() == PaymentItemState.PAID && !day.equals(item.paidOn())) {
            findings.add(Finding.error(line, column(PaymentField.PAID_ON), typedDay, "payments.paid_other", item.paidOn()));
        }
        boolean discounts = amount == item.amountCents();
        List<Paid> paid = item.parts().stream().filter(p -> p.state() == PaymentItemState.OPEN)
                .map(p -> new Paid(p.invoiceId(), p.version(), day, discounts ? p.discountCents() : 0)).toList();
        return paid.isEmpty() ? null : new Booking(paid, List.of());
    }

    /** What of a transfer has come back by this line; null for nothing. */
    private Booking back(int line, Listed item, LocalDate day, String code, List<Finding> findings) {
        Integer before = firstBack.putIfAbsent(item.reference(), line);
        if (before != null) {
            findings.add(Finding.error(line, column(PaymentField.REFERENCE), item.reference(), "payments.twice", String.valueOf(before)));
        }
        boolean now = item.state() == PaymentItemState.OPEN && paidHere.contains(item.reference());
        if (item.state() == PaymentItemState.OPEN && !now) {
            findings.add(Finding.error(line, column(PaymentField.RETURNED), code, "payments.not_paid"));
        }
        if (item.state() == PaymentItemState.PAID && day.isBefore(item.paidOn())) {
            findings.add(Finding.error(line, column(PaymentField.PAID_ON), GERMAN.format(day), "payments.paid_other", item.paidOn()));
        }
        List<Back> back = item.parts().stream().filter(p -> p.state() == PaymentItemState.PAID || now && p.state() == PaymentItemState.OPEN)
                .map(p -> new Back(p.invoiceId(), p.state() == PaymentItemState.OPEN ? null : p.version(), day, Invoices.BounceReason.of(code))).toList();
        return back.isEmpty() ? null : new Booking(List.of(), back);
    }

    /** All that a list transfers left the account in one sum, of which the bank says no parts. */
    private ImportPlan.Row whole(int line, String reference, Long cents, String typed, LocalDate day, List<Finding> findings) {
        List<Listed> of = listed.stream().filter(l -> l.listNo().equalsIgnoreCase(reference) && known(l)).toList();
        List<Paid> paid = new ArrayList<>();
        if (of.isEmpty()) {
            findings.add(Finding.error(line, column(PaymentField.REFERENCE), reference, "payments.unknown"));
        } else if (cents != null && day != null) {
            long sum = of.stream().mapToLong(Listed::amountCents).sum();
            if (Math.abs(cents) != sum) {
                findings.add(Finding.error(line, column(PaymentField.AMOUNT), typed, "payments.amount_other", Money.of(sum)));
            }
            for (Listed item : of) {
                Booking one = paid(line, item, day, GERMAN.format(day), item.amountCents(), findings);
                paid.addAll(one == null ? List.of() : one.paid());
            }
        }
        boolean good = cents != null && day != null && findings.stream().noneMatch(Finding::error);
        if (good && !paid.isEmpty()) {
            of.forEach(item -> paidHere.add(item.reference()));
        }
        return new ImportPlan.Row(line, !good ? Outcome.WRONG : paid.isEmpty() ? Outcome.SAME : Outcome.CHANGED, reference, of.stream().map(Listed::invoices)
                .collect(Collectors.joining(", ")), null, paid.isEmpty() ? List.of() : List.of(new FactChange("paidOn", null, day)), findings,
                good && !paid.isEmpty() ? new Booking(paid, List.of()) : null);
    }

    /** All that a list has transferred came back in one sum. */
    private ImportPlan.Row wholeBack(int line, String reference, Long cents, String typed, LocalDate day, String code, List<Finding> findings) {
        List<Listed> all = listed.stream().filter(l -> l.listNo().equalsIgnoreCase(reference)).toList();
        List<Listed> paid = all.stream().filter(l -> l.state() == PaymentItemState.PAID || paidHere.contains(l.reference())).toList();
        List<Listed> of = paid.isEmpty() ? all.stream().filter(l -> l.state() == PaymentItemState.RETURNED).toList() : paid;
        List<Back> back = new ArrayList<>();
        if (of.isEmpty()) {
            findings.add(Finding.error(line, column(PaymentField.REFERENCE), reference, all.isEmpty() ? "payments.unknown" : "payments.not_paid"));
        } else if (cents != null && day != null) {
            long sum = of.stream().mapToLong(Listed::amountCents).sum();
            if (Math.abs(cents) != sum) {
                findings.add(Finding.error(line, column(PaymentField.AMOUNT), typed, "payments.amount_other", Money.of(sum)));
            }
            for (Listed item : of) {
                Booking one = back(line, item, day, code, findings);
                back.addAll(one == null ? List.of() : one.back());
            }
        }
        boolean good = cents != null && day != null && findings.stream().noneMatch(Finding::error);
        return new ImportPlan.Row(line, !good ? Outcome.WRONG : back.isEmpty() ? Outcome.SAME : Outcome.CHANGED, reference, of.stream().map(Listed::invoices)
                .collect(Collectors.joining(", ")), null, back.isEmpty() ? List.of() : List.of(new FactChange("bouncedOn", null, List.of(day, code))), findings,
                good && !back.isEmpty() ? new Booking(List.of(), back) : null);
    }

    /** The transfer by its reference, else by number of invoice, amount and account; what waits for such a line before what does not. */
    private Listed item(int line, String reference, String invoice, long cents, String iban, boolean back, List<Finding> findings) {
        List<Listed> known = listed.stream().filter(this::known).toList();
        List<Listed> found = reference.isEmpty() ? List.of() : known.stream().filter(l -> l.reference().equalsIgnoreCase(reference)).toList();
        // a line that names one of our lists means that one, also where it is over
        if (found.isEmpty() && !invoice.isEmpty() && !OURS.matcher(reference).matches()) {
            String account = iban.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            found = known.stream().filter(l -> l.names(invoice) && (account.isEmpty() || l.iban().equals(account))).toList();
            List<Listed> fits = found.stream().filter(l -> l.amountCents() == cents || l.fullCents() == cents).toList();
            found = fits.isEmpty() ? found : fits;
            List<Listed> waiting = found.stream().filter(l -> l.state() == (back ? PaymentItemState.PAID : PaymentItemState.OPEN)).toList();
            found = waiting.isEmpty() ? found : waiting;
        }
        if (found.size() != 1) {
            findings.add(Finding.error(line, column(reference.isEmpty() ? PaymentField.INVOICE : PaymentField.REFERENCE), reference.isEmpty() ? invoice : reference,
                    found.isEmpty() ? "payments.unknown" : "payments.several"));
            return null;
        }
        return found.get(0);
    }

    /** What has come back meanwhile was paid before, if this file says that it, or its whole list, came back. */
    private boolean known(Listed l) {
        return l.state() != PaymentItemState.RETURNED || bounced.contains(key(l.reference())) || bounced.contains(key(l.listNo()));
    }

    private static String key(String reference) {
        return reference.toUpperCase(Locale.ROOT);
    }

    private boolean has(PaymentField field) {
        return settings.columns().contains(field.name());
    }

    private String value(CsvRow row, PaymentField field) {
        int at = settings.columns().indexOf(field.name());
        return at < 0 ? "" : row.value(at).strip();
    }

    private String column(PaymentField field) {
        int at = settings.columns().indexOf(field.name());
        return at < 0 || at >= file.columns().size() ? null : file.columns().get(at);
    }
}
