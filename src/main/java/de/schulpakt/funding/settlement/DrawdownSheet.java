package de.schulpakt.funding.settlement;

import de.schulpakt.funding.ledger.SpendingSource;
import de.schulpakt.paper.print.Printable;
import de.schulpakt.paper.print.Sheet;
import de.schulpakt.platform.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** The form of a drawdown: what is asked for, receipt by receipt, with the part that the authority pays itself and discounts that were taken. */
@ApplicationScoped
class DrawdownSheet implements Printable {
    @Inject
    DrawdownQueries drawdowns;

    @Override
    public String name() {
        return "drawdown";
    }

    @Override
    public String subject() {
        return "Drawdown";
    }

    @Override
    public String kept() {
        return "DRAWDOWN";
    }

    @Override
    public Sheet sheet(long id, Long authority, Locale locale) {
        DrawdownQueries.View d = drawdowns.view(id);
        Sheet sheet = Sheet.of(name(), locale, d.no()).titled("print.drawdown.title", d.applicationNo()).from(d.authorityId(), d.authority());
        sheet.fact("drawdown.no", d.no()).fact("funding.application", d.applicationNo()).fact("funding.decision", d.decisionReference())
                .fact("funding.state", sheet.word(d.state())).fact("drawdown.requestedOn", sheet.date(d.requestedOn())).fact("funding.reference", d.reference())
                .fact("drawdown.proof", sheet.date(d.proofAcceptedOn()));
        sheet.fact("drawdown.grant", sheet.money(d.grantCents()));
        if (!d.planned()) {
            sheet.fact("drawdown.eligible", sheet.money(d.eligibleCents())).fact("drawdown.ownShare", sheet.money(d.ownShareCents()))
                    .fact("drawdown.discount", sheet.money(d.discountCents()));
        }
        if (d.receivedOn() != null) {
            sheet.fact("drawdown.receivedOn", sheet.date(d.receivedOn())).fact("drawdown.received", sheet.money(d.receivedCents())).fact("drawdown.spendBy", sheet.date(d.spendByOn()));
        }
        sheet.table("drawdown.lines", sheet.column("drawdown.receipt", 25), sheet.column("drawdown.bought", 25), sheet.column("funding.position", 18),
                sheet.number("drawdown.eligible", 16), sheet.number("drawdown.grant", 16));
        d.lines().forEach(line -> row(sheet, line));
        sheet.foot(sheet.text("proof.sum"), "", "", sheet.amount(d.eligibleCents()), sheet.amount(d.grantCents()));
        return sheet.words(sheet.text("funding.gross")).words(sheet.text("print.drawdown.says")).signs("print.proof.sign_place", "print.proof.sign_name");
    }

    private static void row(Sheet sheet, DrawdownQueries.Line line) {
        SpendingSource.Spending s = line.spending();
        SpendingSource.Bill bill = s == null ? null : s.bill();
        sheet.row(
                s == null ? Sheet.lines(sheet.text(line.postingId() == null ? "drawdown.part" : "drawdown.correction"), sheet.date(Clock.day(line.postedAt())))
                        : Sheet.lines(s.invoiceNo(), Sheet.joined(sheet.date(s.invoicedOn()), s.payee()), bill == null ? null : bill.paidOn() != null
                                ? sheet.text("drawdown.paid", bill.paidOn()) : bill.dueOn() == null ? null : sheet.text("drawdown.due", bill.dueOn())),
                s == null ? line.note() : Sheet.lines(s.quantity() + " × " + s.item(), s.orderNo()),
                Sheet.lines(line.positionNo() + " " + sheet.word(line.category()), line.school()),
                Sheet.lines(line.postingId() == null ? "" : sheet.amount(line.eligibleCents()),
                        line.ownShareCents() == null ? null : sheet.text("drawdown.own", sheet.amount(line.ownShareCents())),
                        bill == null || bill.discountCents() == 0 ? null : sheet.text("proof.discount", sheet.amount(bill.discountCents()))),
                sheet.amount(line.grantCents()));
    }
}
