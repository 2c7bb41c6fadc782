package de.schulpakt.inventory.claim;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class ClaimPersonal {
    @Produces
    PersonalData opened() {
        return PersonalData.named("loan_claim", "opened_by", "opened_at", "no", "state");
    }
}
