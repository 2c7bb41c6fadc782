package de.schulpakt.procurement.difference;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a difference, and those that nobody has explained. */
@Dependent
class DifferenceRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("FinanceDifference", "/procurement/difference.xhtml?id={id}", ORDER_VIEW);
    }

    @Produces
    WaitingCount open() {
        return new WaitingCount("orders", DELIVERY_RECEIVE, "finance_difference x where x.state = 'OPEN' and {authority:x.authority_id}");
    }
}
