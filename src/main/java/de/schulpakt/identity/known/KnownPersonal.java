package de.schulpakt.identity.known;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class KnownPersonal {
    @Produces
    PersonalData places() {
        return PersonalData.deleted("known_place", "user_id", "seen_at", "first_at");
    }
}
