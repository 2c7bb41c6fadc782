package de.schulpakt.inventory.door;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class DoorPersonal {
    @Produces
    PersonalData links() {
        return PersonalData.named("loan_link", "made_by", "made_at", "expires_on");
    }

    @Produces
    PersonalData seen() {
        return PersonalData.named("loan_reply", "seen_by", "seen_at", "kind");
    }
}
