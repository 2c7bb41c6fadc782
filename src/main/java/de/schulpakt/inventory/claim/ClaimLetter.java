package de.schulpakt.inventory.claim;

import de.schulpakt.paper.print.Printable;
import de.schulpakt.paper.print.Sheet;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** The letter that asks a borrower, or who signs for one, for the money. */
@ApplicationScoped
class ClaimLetter implements Printable {
    @Inject
    ClaimQueries claims;
    @Inject
    SchoolQueries schools;

    @Override
    public String name() {
        return "loan-claim";
    }

    @Override
    public String subject() {
        return "LoanClaim";
    }

    /** It is not kept: it names people, and is made anew as long as these are known. */
    @Override
    public String kept() {
        return null;
    }

    @Override
    public boolean names() {
        return false;
    }

    @Override
    public Sheet sheet(long id, Long authority, Locale locale) {
        ClaimQueries.View c = claims.view(id);
        Sheet sheet = Sheet.of(name(), locale, c.no()).titled("print.loan-claim.title." + c.kind(), c.no())
                .from(c.authorityId(), schools.school(c.schoolId()).authority())
                .to(c.guardian() == null ? c.borrower() : c.guardian());
        sheet.fact("device.school", c.school()).fact("loan.who", Sheet.joined(c.borrower(), c.schoolClass()))
                .fact("loan.title", c.loanNo()).fact("loan.what", Sheet.lines(c.model(), c.inventoryNo()))
                .fact("loan.ended", sheet.instant(c.endedAt())).fact("claim.label", c.label()).fact("claim.words", c.words())
                .fact("claim.amount", sheet.money(c.amountCents())).fact("claim.due", sheet.date(c.dueOn()));
        return switch (c.state()) {
            case OPEN -> sheet.words(sheet.text("print.loan-claim.please", sheet.money(c.amountCents()), sheet.date(c.dueOn()), c.no()));
            case PAID -> sheet.words(sheet.text("print.loan-claim.paid", sheet.date(c.paidOn())));
            case WAIVED -> sheet.words(sheet.text("print.loan-claim.waived"));
        };
    }
}
