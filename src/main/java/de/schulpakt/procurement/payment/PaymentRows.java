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
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the treasury says it has paid, compared with what was listed. Pure: it touches neither. */
final class PaymentRows {
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** The reference of an item: number of the list and of the line. */
    private static final Pattern OURS = Pattern.compile("(?i)Z-\\d{4}-\\d{4,}-\\d+");
    private final CsvFile file;
    private final ImportSettings settings;
    private final LocalDate today;
    private final List<Listed> listed;
    private final Map<Long, Integer> firstLine = new HashMap<>();

    /**
     * An item that was released, open or paid.
     *
     * @param version of the invoice
     */
    record Listed(Long itemId, String listNo, Integer lineNo, PaymentItemState state, Long invoiceId, String invoiceNo, String holder, String iban,
            Long amountCents, Long discountCents, LocalDate paidOn, Integer version, LocalDate releasedOn) {
        String reference() {
            return listNo + "-" + lineNo;
        }
    }

    /** An invoice that was paid. */
    record Paid(Long invoiceId, Integer version, LocalDate day, long discountCents) {
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
        Listed item = cents == null ? null : item(line, reference, invoice, Math.abs(cents), value(row, PaymentField.IBAN), findings);
        Outcome outcome = Outcome.WRONG;
        List<FactChange> changes = new ArrayList<>();
        Paid paid = null;
        if (item != null && day != null) {
            long full = item.amountCents() + item.discountCents();
            long amount = Math.abs(cents);
            if (amount != item.amountCents() && amount != full) {
                findings.add(Finding.error(line, column(money), typed, "payments.amount_other", euro(item.amountCents())));
            }
            Integer before = firstLine.putIfAbsent(item.itemId(), line);
            if (before != null) {
                findings.add(Finding.error(line, column(PaymentField.REFERENCE), reference, "payments.twice", String.valueOf(before)));
            }
            if (item.state() == PaymentItemState.OPEN && day.isBefore(item.releasedOn())) {
                findings.add(Finding.error(line, column(PaymentField.PAID_ON), typedDay, "payments.before_release", GERMAN.format(item.releasedOn())));
            }
            if (item.state() == PaymentItemState.PAID && !day.equals(item.paidOn())) {
                findings.add(Finding.error(line, column(PaymentField.PAID_ON), typedDay, "payments.paid_other", GERMAN.format(item.paidOn())));
            }
            if (findings.stream().noneMatch(Finding::error)) {
                outcome = item.state() == PaymentItemState.PAID ? Outcome.SAME : Outcome.CHANGED;
                if (outcome == Outcome.CHANGED) {
                    changes.add(new FactChange("paidOn", null, GERMAN.format(day)));
                    paid = new Paid(item.invoiceId(), item.version(), day, full - amount);
                }
            }
        }
        return new ImportPlan.Row(line, outcome, item == null ? reference.isEmpty() ? invoice : reference : item.reference(), item == null ? invoice
                : item.invoiceNo() + " · " + item.holder(), item == null ? null : item.invoiceId(), changes, findings, paid);
    }

    /** The item by its reference, else by number of invoice, amount and account; what is open before what is paid. */
    private Listed item(int line, String reference, String invoice, long cents, String iban, List<Finding> findings) {
        List<Listed> found = reference.isEmpty() ? List.of() : listed.stream().filter(l -> l.reference().equalsIgnoreCase(reference)).toList();
        // a line that names one of our lists means that one, also where it is over
        if (found.isEmpty() && !invoice.isEmpty() && !OURS.matcher(reference).matches()) {
            String account = iban.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            found = listed.stream().filter(l -> l.invoiceNo().equalsIgnoreCase(invoice) && (account.isEmpty() || l.iban().equals(account))).toList();
            List<Listed> fits = found.stream().filter(l -> l.amountCents() == cents || l.amountCents() + l.discountCents() == cents).toList();
            found = fits.isEmpty() ? found : fits;
            List<Listed> open = found.stream().filter(l -> l.state() == PaymentItemState.OPEN).toList();
            found = open.isEmpty() ? found : open;
        }
        if (found.size() != 1) {
            findings.add(Finding.error(line, column(reference.isEmpty() ? PaymentField.INVOICE : PaymentField.REFERENCE), reference.isEmpty() ? invoice : reference,
                    found.isEmpty() ? "payments.unknown" : "payments.several"));
            return null;
        }
        return found.get(0);
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

    private static String euro(long cents) {
        return Money.of(cents).amount(Locale.GERMAN) + " EUR";
    }
}
