package de.schulpakt.funding.proof;

import de.schulpakt.funding.proof.ProofContent.Financing;
import de.schulpakt.funding.proof.ProofContent.Head;
import de.schulpakt.paper.print.Printable;
import de.schulpakt.paper.print.Sheet;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Percent;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** The proof of use on paper: report, figures, who paid, receipts, devices, what was moved, and what was open when it was handed in. */
@ApplicationScoped
class ProofSheet implements Printable {
    @Inject
    ProofQueries proofs;

    @Override
    public String name() {
        return "proof";
    }

    @Override
    public String subject() {
        return "Proof";
    }

    @Override
    public String kept() {
        return "PROOF";
    }

    @Override
    public Sheet sheet(long id, Long authority, Locale locale) {
        ProofQueries.Stored stored = proofs.stored(id);
        ProofContent content = proofs.content(stored);
        Head head = content.head();
        Sheet sheet = Sheet.of(name(), locale, stored.no()).titled("print.proof.title." + head.kind(), head.applicationNo()).from(head.authorityId(), head.authority());
        sheet.fact("proof.no", stored.no()).fact("funding.programme", head.programme()).fact("funding.application", head.applicationNo() + " " + head.title())
                .fact("funding.decision", Sheet.joined(head.decisionReference(), sheet.date(head.decidedOn())))
                .fact("funding.period", head.periodFrom() == null ? null : sheet.date(head.periodFrom()) + " – " + sheet.date(head.periodTo()))
                .fact("proof.toOn", sheet.date(head.toOn())).fact("proof.edition", String.valueOf(head.edition()))
                .fact("funding.state", sheet.word(stored.state()));
        if (stored.sha256() == null) {
            sheet.words(sheet.text("print.proof.draft"));
        } else {
            sheet.fact("proof.submittedOn", sheet.date(stored.submittedOn())).fact("proof.sha256", stored.sha256());
        }
        sheet.heading("proof.report");
        content.facts().forEach(f -> sheet.words(ProofWords.of(f).told(locale)));
        sheet.words(content.report());
        figures(sheet, content, locale);
        financing(sheet, content.financing());
        receipts(sheet, content);
        devices(sheet, content);
        if (!content.moved().isEmpty()) {
            sheet.table("proof.moved", sheet.column("proof.on", 16), sheet.column("funding.position", 30), sheet.column("funding.reason", 36), sheet.number("funding.amount", 18));
            content.moved().forEach(m -> sheet.row(sheet.date(m.on()), m.positionNo() + " " + m.school(), m.reason(), sheet.amount(m.amountCents())));
        }
        if (!content.gaps().isEmpty()) {
            sheet.heading(stored.sha256() == null ? "proof.gaps" : "proof.gaps.then");
            content.gaps().forEach(g -> sheet.words(ProofWords.of(g).told(locale)));
        }
        return sheet.words(sheet.text("funding.gross")).signs("print.proof.sign_place", "print.proof.sign_name");
    }

    private static void figures(Sheet sheet, ProofContent content, Locale locale) {
        sheet.table("proof.positions", sheet.column("funding.position", 34), sheet.number("funding.approved", 17), sheet.number("proof.spent", 17),
                sheet.number("proof.deviation", 16), sheet.column("proof.tolerance", 16));
        content.positions().forEach(p -> sheet.row(Sheet.lines(p.no() + " " + sheet.word(p.category()), p.school(), p.description()), sheet.amount(p.approvedCents()),
                sheet.amount(p.spentCents()), sheet.amount(p.deviationCents()), Sheet.lines(Texts.get(locale, p.answer()), p.toleranceBp() == null ? null
                        : String.valueOf(Texts.readable(locale, new Percent(p.toleranceBp()))))));
        Financing f = content.financing();
        if (f.restCents() > 0) {
            sheet.row(sheet.text("application.rest.granted"), sheet.amount(f.restCents()), "", "", "");
        }
        sheet.foot(sheet.text("proof.sum"), sheet.amount(f.approvedCents()), sheet.amount(f.eligibleCents()), sheet.amount(f.eligibleCents() - f.approvedCents()), "");
    }

    private static void financing(Sheet sheet, Financing f) {
        sheet.table("proof.financing", sheet.column("proof.payer", 70), sheet.number("funding.amount", 30));
        sheet.row(sheet.text("funding.grant"), sheet.amount(f.grantCents()));
        sheet.row(sheet.text("proof.ownShare"), sheet.amount(f.ownShareCents()));
        sheet.foot(sheet.text("proof.eligible"), sheet.amount(f.eligibleCents()));
        sheet.fact("proof.others", sheet.money(f.othersCents())).fact("drawdown.award", sheet.money(f.awardCents())).fact("proof.held", sheet.money(f.heldCents()))
                .fact(f.balanceCents() < 0 ? "proof.back" : "proof.balance", sheet.money(Math.abs(f.balanceCents())));
    }

    private static void receipts(Sheet sheet, ProofContent content) {
        sheet.table("proof.receipts", sheet.column("proof.receipt", 26), sheet.column("proof.reason", 26), sheet.column("funding.position", 18),
                sheet.number("proof.gross", 15), sheet.number("proof.eligible", 15));
        content.receipts().forEach(r -> sheet.row(
                Sheet.lines(r.no() + ". " + (r.invoiceNo() == null ? sheet.text("drawdown.correction") : r.invoiceNo()),
                        Sheet.joined(sheet.date(r.invoicedOn()), r.payee()), r.paidOn() == null ? null : sheet.text("proof.paid", r.paidOn())),
                Sheet.lines(r.item() == null ? r.note() : r.quantity() + " × " + r.item(), r.orderNo(), r.receivedOn() == null ? null : sheet.text("proof.received", r.receivedOn())),
                Sheet.lines(r.positionNo() + " " + sheet.word(r.category()), r.school()),
                Sheet.lines(sheet.amount(r.grossCents()), r.netCents() == null ? null : sheet.text("proof.net", sheet.amount(r.netCents())),
                        r.vatCents() == null ? null : sheet.text("proof.vat", sheet.amount(r.vatCents())),
                        r.discountCents() == null || r.discountCents() == 0 ? null : sheet.text("proof.discount", sheet.amount(r.discountCents()))),
                sheet.amount(r.eligibleCents())));
        sheet.foot(sheet.text("proof.sum"), "", "", "", sheet.amount(content.financing().eligibleCents()));
    }

    private static void devices(Sheet sheet, ProofContent content) {
        if (content.devices().isEmpty()) {
            return;
        }
        sheet.table("proof.devices", sheet.column("drawdown.serial", 28), sheet.column("proof.place", 27), sheet.column("drawdown.accepted", 27), sheet.column("drawdown.bound", 18));
        content.devices().forEach(d -> sheet.row(Sheet.lines(d.serial() == null ? sheet.text("proof.no_serial") : d.serial(), d.inventoryNo(), d.model()),
                Sheet.lines(d.room() == null ? sheet.text("proof.no_room") : d.room(), d.school(), sheet.text(d.state())),
                Sheet.lines(d.acceptedBy(), sheet.date(Clock.day(d.acceptedAt()))), sheet.date(d.bindingEndOn())));
    }
}
