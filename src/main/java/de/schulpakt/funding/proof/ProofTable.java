package de.schulpakt.funding.proof;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The proof of use as a table: a sheet each for positions, financing, receipts, devices and what was moved, with all columns. */
@ApplicationScoped
public class ProofTable {
    private static final int WIDTH = 18;
    @Inject
    ProofQueries proofs;

    /** An amount in cents. */
    private record Cents(Long of) {
    }

    /** The name under which it is offered. */
    public String name(long id, Locale locale) {
        return Texts.get(locale, "print.proof") + "-" + proofs.stored(id).no() + ".xlsx";
    }

    /** Writes it; asks the guard as the page does. */
    public void write(long id, Locale locale, OutputStream out) throws IOException {
        ProofContent c = proofs.content(id);
        try (Workbook book = new Workbook(out, "Schulpakt", "1.0")) {
            Sheets sheets = new Sheets(book, locale);
            sheets.begin("proof.positions", "proof.position_no", "funding.school", "funding.category", "funding.description", "funding.approved", "proof.moved_cents",
                    "proof.spent", "proof.deviation", "proof.tolerance");
            c.positions().forEach(p -> sheets.row(p.no(), p.school(), p.category(), p.description(), new Cents(p.approvedCents()), new Cents(p.movedCents()),
                    new Cents(p.spentCents()), new Cents(p.deviationCents()), p.answer()));
            sheets.begin("proof.financing", "proof.payer", "funding.amount");
            ProofContent.Financing f = c.financing();
            sheets.row(sheets.word("funding.grant"), new Cents(f.grantCents()));
            sheets.row(sheets.word("proof.ownShare"), new Cents(f.ownShareCents()));
            sheets.row(sheets.word("proof.eligible"), new Cents(f.eligibleCents()));
            sheets.row(sheets.word("proof.others"), new Cents(f.othersCents()));
            sheets.row(sheets.word("drawdown.award"), new Cents(f.awardCents()));
            sheets.row(sheets.word("proof.held"), new Cents(f.heldCents()));
            sheets.row(sheets.word("proof.balance"), new Cents(f.balanceCents()));
            sheets.begin("proof.receipts", "proof.receipt_no", "proof.invoicedOn", "drawdown.invoice", "proof.payee", "proof.reason", "proof.quantity",
                    "proof.order", "funding.school", "proof.position_no", "proof.net_cents", "proof.vat_cents", "proof.gross", "proof.discount_cents", "proof.others",
                    "proof.eligible", "proof.receivedOn", "proof.paidOn", "proof.file", "funding.note");
            c.receipts().forEach(r -> sheets.row(r.no(), r.invoicedOn(), r.invoiceNo(), r.payee(), r.item(), r.quantity(), r.orderNo(), r.school(), r.positionNo(),
                    new Cents(r.netCents()), new Cents(r.vatCents()), new Cents(r.grossCents()), new Cents(r.discountCents()), new Cents(r.othersCents()),
                    new Cents(r.eligibleCents()), r.receivedOn(), r.paidOn(), r.file(), r.note()));
            sheets.begin("proof.devices", "proof.receipt_no", "proof.position_no", "drawdown.serial", "proof.inventory_no", "proof.model", "funding.school", "proof.place",
                    "funding.state", "proof.acceptedAt", "drawdown.accepted", "drawdown.bound", "proof.moves");
            c.devices().forEach(d -> sheets.row(d.receiptNo(), d.positionNo(), d.serial(), d.inventoryNo(), d.model(), d.school(), d.room(), sheets.word(d.state()),
                    Clock.day(d.acceptedAt()), d.acceptedBy(), d.bindingEndOn(), d.moves()));
            sheets.begin("proof.moved", "proof.on", "proof.position_no", "funding.school", "funding.amount", "funding.reason");
            c.moved().forEach(m -> sheets.row(m.on(), m.positionNo(), m.school(), new Cents(m.amountCents()), m.reason()));
            sheets.end();
        }
    }

    /** The sheets, one after the other. */
    private static final class Sheets {
        private final Workbook book;
        private final Locale locale;
        private Worksheet sheet;
        private int line;

        Sheets(Workbook book, Locale locale) {
            this.book = book;
            this.locale = locale;
        }

        String word(String key) {
            return Texts.get(locale, key);
        }

        void begin(String title, String... columns) throws IOException {
            end();
            sheet = book.newWorksheet(word(title));
            sheet.freezePane(0, 1);
            for (int c = 0; c < columns.length; c++) {
                sheet.inlineString(0, c, word(columns[c]));
                sheet.style(0, c).bold().set();
                sheet.width(c, WIDTH);
            }
            line = 0;
        }

        void row(Object... cells) {
            line++;
            for (int c = 0; c < cells.length; c++) {
                cell(c, cells[c]);
            }
        }

        private void cell(int c, Object value) {
            if (value instanceof Cents cents && cents.of() != null) {
                sheet.value(line, c, BigDecimal.valueOf(cents.of(), 2));
                sheet.style(line, c).format("#,##0.00").set();
            } else if (value instanceof Number number) {
                sheet.value(line, c, number);
            } else if (value instanceof LocalDate day) {
                sheet.value(line, c, day);
                sheet.style(line, c).format("dd.mm.yyyy").set();
            } else if (value instanceof Enum<?> constant) {
                sheet.inlineString(line, c, Texts.get(locale, constant));
            } else if (value instanceof String text) {
                sheet.inlineString(line, c, text);
            }
        }

        void end() throws IOException {
            if (sheet != null) {
                sheet.finish();
            }
        }
    }
}
