package de.schulpakt.platform.rest;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class OncePersonal {
    @Produces
    PersonalData keys() {
        return PersonalData.deleted("idempotency_key", "user_id", "sent_at", "status");
    }
}
