package de.schulpakt.install.level;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class LevelPersonal {
    @Produces
    PersonalData lead() {
        return PersonalData.deleted("service_lead", "user_id", "id");
    }
}
