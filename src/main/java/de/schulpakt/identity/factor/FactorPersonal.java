package de.schulpakt.identity.factor;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class FactorPersonal {
    @Produces
    PersonalData factor() {
        return PersonalData.deleted("second_factor", "user_id", "made_at", "confirmed_at");
    }

    @Produces
    PersonalData codes() {
        return PersonalData.deleted("recovery_code", "user_id", "id", "used_at");
    }
}
