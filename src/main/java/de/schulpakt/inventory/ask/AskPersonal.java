package de.schulpakt.inventory.ask;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people with an account. */
@Dependent
class AskPersonal {
    @Produces
    PersonalData invites() {
        return PersonalData.named("loan_invite", "made_by", "made_at", "expires_on");
    }

    @Produces
    PersonalData decided() {
        return PersonalData.named("loan_ask", "decided_by", "decided_at", "no", "state");
    }
}
