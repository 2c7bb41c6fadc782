package de.schulpakt.funding.settlement;

import de.schulpakt.exchange.table.CsvOut;
import de.schulpakt.exchange.table.XlsxOut;
import de.schulpakt.funding.ledger.SpendingSource;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A drawdown as a table: a row for each line with its receipt, own share and discount; as XLSX or as CSV, with the same columns. */
@ApplicationScoped
public class DrawdownTable {
    private static final String[] COLUMNS = {"drawdown.line_no", "proof.invoicedOn", "drawdown.invoice", "proof.payee", "drawdown.bought", "proof.quantity", "proof.order",
            "funding.school", "funding.category", "proof.position_no", "proof.net_cents", "proof.vat_cents", "proof.gross", "proof.discount_cents", "drawdown.eligible",
            "drawdown.ownShare", "drawdown.grant", "drawdown.dueOn", "proof.paidOn", "proof.file", "funding.note"};
    @Inject
    DrawdownQueries drawdowns;

    /** A drawdown that is to be written: the name under which it is offered, without its ending, and what it says. */
    public record Book(String name, DrawdownQueries.View view) {
    }

    /** Reads it; asks the guard as the page does. */
    public Book book(long id, Locale locale) {
        DrawdownQueries.View view = drawdowns.view(id);
        return new Book(Texts.get(locale, "print.drawdown") + "-" + view.no(), view);
    }

    /** Writes it as XLSX: a sheet for the drawdown, and one for its lines. */
    public void xlsx(Book drawdown, Locale locale, OutputStream out) throws IOException {
        DrawdownQueries.View d = drawdown.view();
        try (XlsxOut sheets = new XlsxOut(out, locale)) {
            sheets.begin("drawdown.drawdown", "drawdown.no", "funding.application", "funding.decision", "fact.authority", "funding.state", "drawdown.requestedOn", "funding.reference",
                    "drawdown.eligible", "drawdown.ownShare", "drawdown.discount", "drawdown.grant", "drawdown.receivedOn", "drawdown.received", "drawdown.repaid", "drawdown.spendBy");
            sheets.row(d.no(), d.applicationNo(), d.decisionReference(), d.authority(), d.state(), d.requestedOn(), d.reference(), new XlsxOut.Cents(d.eligibleCents()),
                    new XlsxOut.Cents(d.ownShareCents()), new XlsxOut.Cents(d.discountCents()), new XlsxOut.Cents(d.grantCents()), d.receivedOn(),
                    new XlsxOut.Cents(d.receivedOn() == null ? null : d.receivedCents()), new XlsxOut.Cents(d.repaidCents()), d.spendByOn());
            sheets.begin("drawdown.lines", COLUMNS);
            for (int i = 0; i < d.lines().size(); i++) {
                sheets.row(cells(i + 1, d.lines().get(i), locale).stream().map(c -> c instanceof BigDecimal euro ? new XlsxOut.Cents(euro.movePointRight(2).longValueExact()) : c).toArray());
            }
        }
    }

    /** Writes its lines as CSV. */
    public void csv(Book drawdown, Locale locale, OutputStream out) throws IOException {
        CsvOut list = CsvOut.begin(out, Arrays.stream(COLUMNS).map(c -> Texts.get(locale, c)).toList());
        List<DrawdownQueries.Line> lines = drawdown.view().lines();
        for (int i = 0; i < lines.size(); i++) {
            list.line(cells(i + 1, lines.get(i), locale).stream().map(c -> c instanceof BigDecimal euro ? euro.toPlainString() : c).toArray());
        }
        list.end();
    }

    /** The cells of a line; amounts in euros. */
    private static List<Object> cells(int no, DrawdownQueries.Line line, Locale locale) {
        SpendingSource.Spending s = line.spending();
        SpendingSource.Bill bill = s == null ? null : s.bill();
        String what = s != null ? s.item() : Texts.get(locale, line.postingId() == null ? "drawdown.part" : "drawdown.correction");
        return CsvOut.row(no, s == null ? Clock.day(line.postedAt()) : s.invoicedOn(), s == null ? null : s.invoiceNo(), s == null ? null : s.payee(), what,
                s == null ? null : s.quantity(), s == null ? null : s.orderNo(), line.school(), Texts.get(locale, line.category()), line.positionNo(),
                euro(bill == null ? null : bill.netCents()), euro(bill == null ? null : bill.vatCents()), euro(bill == null ? null : bill.grossCents()),
                euro(bill == null ? null : bill.discountCents()), euro(line.postingId() == null ? null : line.eligibleCents()), euro(line.ownShareCents()), euro(line.grantCents()),
                bill == null ? null : bill.dueOn(), bill == null ? null : bill.paidOn(), bill == null ? null : bill.file(), line.note());
    }

    private static BigDecimal euro(Long cents) {
        return cents == null ? null : BigDecimal.valueOf(cents, 2);
    }
}
