package de.schulpakt.inventory.field;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class FieldPersonal {
    @Produces
    PersonalData entered() {
        return PersonalData.named("own_value", "set_by", "set_at", "device_id", "label");
    }
}
