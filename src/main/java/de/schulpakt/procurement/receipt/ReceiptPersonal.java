package de.schulpakt.procurement.receipt;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class ReceiptPersonal {
    @Produces
    PersonalData back() {
        return PersonalData.named("goods_back", "actor", "at", "order_line_id", "pieces", "kind", "reason");
    }
}
