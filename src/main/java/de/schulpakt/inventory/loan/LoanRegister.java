package de.schulpakt.inventory.loan;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.identity.Permission.LOAN_VIEW;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a loan, and that overdue ones wait. */
@Dependent
class LoanRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Loan", "/inventory/loan.xhtml?id={id}", LOAN_VIEW);
    }

    @Produces
    SubjectLink sheet() {
        return new SubjectLink("LoanSheet", "/inventory/loan-sheet.xhtml?id={id}", LOAN_VIEW);
    }

    @Produces
    NoticeKind due() {
        return new NoticeKind("message.loan_due", "loans", LOAN_EDIT, false, false);
    }

    @Produces
    NoticeKind late() {
        return new NoticeKind("message.loan_overdue", "loans", LOAN_EDIT, true, false);
    }

    @Produces
    WaitingCount overdue() {
        return new WaitingCount("devices", LOAN_EDIT, "loan x where x.state = 'LENT' and x.due_on < {today} and {school:x.school_id}");
    }
}
