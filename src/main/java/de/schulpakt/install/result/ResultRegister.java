package de.schulpakt.install.result;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: what it keeps of people. */
@Dependent
class ResultRegister {
    @Produces
    PersonalData personalResults() {
        return PersonalData.named("ticket_result", "actor", "given_at", "ticket_id", "result_no", "value");
    }
}
