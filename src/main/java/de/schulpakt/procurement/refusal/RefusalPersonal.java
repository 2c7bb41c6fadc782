package de.schulpakt.procurement.refusal;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class RefusalPersonal {
    @Produces
    PersonalData refused() {
        return PersonalData.named("goods_refused", "actor", "at", "order_line_id", "pieces", "kind", "reason");
    }
}
