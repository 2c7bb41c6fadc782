package de.schulpakt.platform.list;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class ListPersonal {
    @Produces
    PersonalData views() {
        return PersonalData.deleted("list_view", "user_id", "saved_at", "list", "name");
    }
}
