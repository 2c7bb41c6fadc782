package de.schulpakt.funding.settlement;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a drawdown. */
@Dependent
class SettlementRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Drawdown", "/funding/drawdown.xhtml?id={id}", APPLICATION_VIEW);
    }
}
