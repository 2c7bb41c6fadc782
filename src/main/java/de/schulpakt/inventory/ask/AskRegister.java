package de.schulpakt.inventory.ask;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.identity.Permission.LOAN_VIEW;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of an ask, that asks wait for an answer, and that the school is told of them. */
@Dependent
class AskRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("LoanAsk", "/inventory/loan-ask.xhtml?id={id}", LOAN_VIEW);
    }

    @Produces
    NoticeKind asked() {
        return new NoticeKind("message.loan_ask", "loans", LOAN_EDIT, true, true);
    }

    @Produces
    WaitingCount open() {
        return new WaitingCount("devices", LOAN_EDIT, "loan_ask x where x.state = 'ASKED' and {school:x.school_id}");
    }
}
