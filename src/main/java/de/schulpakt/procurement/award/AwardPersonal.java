package de.schulpakt.procurement.award;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class AwardPersonal {
    @Produces
    PersonalData invites() {
        return PersonalData.named("award_invite", "sent_by", "sent_at", "recipient", "answer_to");
    }
}
