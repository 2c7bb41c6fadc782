package de.schulpakt.funding.correction;

import static de.schulpakt.identity.Permission.BUDGET_CORRECT;
import static de.schulpakt.identity.Permission.BUDGET_VIEW;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a correction, and what waits for a second person. */
@Dependent
class BudgetCorrectionRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("BudgetCorrection", "/funding/budget-correction.xhtml?id={id}", BUDGET_VIEW);
    }

    @Produces
    WaitingCount waiting() {
        return new WaitingCount("funding", BUDGET_CORRECT, """
                budget_correction x where x.state in ('PROPOSED', 'COUNTER_PROPOSED') and {authority:x.authority_id}""");
    }

    @Produces
    NoticeKind proposed() {
        return new NoticeKind("message.budget_correction_proposed", "second", BUDGET_CORRECT, true, true);
    }

    @Produces
    NoticeKind counter() {
        return new NoticeKind("message.budget_correction_counter", "second", BUDGET_CORRECT, true, true);
    }
}
