package de.schulpakt.funding.proof;

import de.schulpakt.exchange.table.XlsxOut;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The proof of use as a table: a sheet each for positions, financing, receipts, devices and what was moved, with all columns. */
@ApplicationScoped
public class ProofTable {
    @Inject
    ProofQueries proofs;

    /** A proof that is to be written: the name under which it is offered, and what it says. */
    public record Book(String name, ProofContent content) {
    }

    /** Reads it; asks the guard as the page does. */
    public Book book(long id, Locale locale) {
        ProofQueries.Stored stored = proofs.stored(id);
        return new Book(Texts.get(locale, "print.proof") + "-" + stored.no() + ".xlsx", proofs.content(stored));
    }

    /** Writes it. */
    public void write(Book proof, Locale locale, OutputStream out) throws IOException {
        ProofContent c = proof.content();
        try (XlsxOut sheets = new XlsxOut(out, locale)) {
            sheets.begin("proof.positions", "proof.position_no", "funding.school", "funding.category", "funding.description", "funding.approved", "proof.moved_cents",
                    "proof.spent", "proof.deviation", "proof.tolerance");
            c.positions().forEach(p -> sheets.row(p.no(), p.school(), p.category(), p.description(), new XlsxOut.Cents(p.approvedCents()), new XlsxOut.Cents(p.movedCents()),
                    new XlsxOut.Cents(p.spentCents()), new XlsxOut.Cents(p.deviationCents()), p.answer()));
            sheets.begin("proof.financing", "proof.payer", "funding.amount");
            ProofContent.Financing f = c.financing();
            if (f.restCents() > 0) {
                sheets.row(sheets.word("application.rest.granted"), new XlsxOut.Cents(f.restCents()));
            }
            sheets.row(sheets.word("funding.grant"), new XlsxOut.Cents(f.grantCents()));
            sheets.row(sheets.word("proof.ownShare"), new XlsxOut.Cents(f.ownShareCents()));
            sheets.row(sheets.word("proof.eligible"), new XlsxOut.Cents(f.eligibleCents()));
            sheets.row(sheets.word("proof.others"), new XlsxOut.Cents(f.othersCents()));
            sheets.row(sheets.word("drawdown.award"), new XlsxOut.Cents(f.awardCents()));
            sheets.row(sheets.word("proof.held"), new XlsxOut.Cents(f.heldCents()));
            sheets.row(sheets.word("proof.balance"), new XlsxOut.Cents(f.balanceCents()));
            sheets.begin("proof.receipts", "proof.receipt_no", "proof.invoicedOn", "drawdown.invoice", "proof.payee", "proof.reason", "proof.quantity",
                    "proof.order", "funding.school", "proof.position_no", "proof.net_cents", "proof.vat_cents", "proof.gross", "proof.discount_cents", "proof.others",
                    "proof.eligible", "proof.receivedOn", "proof.paidOn", "proof.file", "funding.note");
            c.receipts().forEach(r -> sheets.row(r.no(), r.invoicedOn(), r.invoiceNo(), r.payee(), r.item(), r.quantity(), r.orderNo(), r.school(), r.positionNo(),
                    new XlsxOut.Cents(r.netCents()), new XlsxOut.Cents(r.vatCents()), new XlsxOut.Cents(r.grossCents()), new XlsxOut.Cents(r.discountCents()), new XlsxOut.Cents(r.othersCents()),
                    new XlsxOut.Cents(r.eligibleCents()), r.receivedOn(), r.paidOn(), r.file(), r.note()));
            sheets.begin("proof.devices", "proof.receipt_no", "proof.position_no", "drawdown.serial", "proof.inventory_no", "proof.model", "funding.school", "proof.place",
                    "funding.state", "proof.acceptedAt", "drawdown.accepted", "drawdown.bound", "proof.moves");
            c.devices().forEach(d -> sheets.row(d.receiptNo(), d.positionNo(), d.serial(), d.inventoryNo(), d.model(), d.school(), d.room(), sheets.word(d.state()),
                    Clock.day(d.acceptedAt()), d.acceptedBy(), d.bindingEndOn(), d.moves()));
            sheets.begin("proof.moved", "proof.on", "proof.position_no", "funding.school", "funding.amount", "funding.reason");
            c.moved().forEach(m -> sheets.row(m.on(), m.positionNo(), m.school(), new XlsxOut.Cents(m.amountCents()), m.reason()));
        }
    }
}
