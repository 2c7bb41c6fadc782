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

    @Produces
    PersonalData surplus() {
        return PersonalData.named("goods_surplus", "actor", "at", "order_line_id", "pieces", "note");
    }

    @Produces
    PersonalData answers() {
        return PersonalData.named("goods_check", "answered_by", "answered_at", "no", "state", "note");
    }
}
