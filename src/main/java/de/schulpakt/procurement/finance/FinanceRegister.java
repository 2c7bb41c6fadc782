package de.schulpakt.procurement.finance;

import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a run. */
@Dependent
class FinanceRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("FinanceRun", "/procurement/finance-run.xhtml?id={id}", ORDER_VIEW);
    }
}
