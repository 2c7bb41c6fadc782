package de.schulpakt.funding.ledger;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a budget. */
@Dependent
class LedgerRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Budget", "/funding/budget.xhtml?id={id}", BUDGET_VIEW);
    }
}
