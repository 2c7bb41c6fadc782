package de.schulpakt.inventory.claim;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.identity.Permission.LOAN_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a claim, and that overdue ones wait. */
@Dependent
class ClaimRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("LoanClaim", "/inventory/claim.xhtml?id={id}", LOAN_VIEW);
    }

    @Produces
    WaitingCount overdue() {
        return new WaitingCount("devices", LOAN_EDIT, "loan_claim x where x.state = 'OPEN' and x.due_on < {today} and {school:x.school_id}");
    }
}
