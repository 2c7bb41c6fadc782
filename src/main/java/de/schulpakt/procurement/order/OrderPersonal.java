package de.schulpakt.procurement.order;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class OrderPersonal {
    @Produces
    PersonalData mails() {
        return PersonalData.named("order_mail", "sent_by", "sent_at", "recipient");
    }

    @Produces
    PersonalData changes() {
        return PersonalData.named("order_change", "actor", "at", "order_line_id", "pieces", "reason");
    }
}
