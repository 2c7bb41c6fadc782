package de.schulpakt.inventory.sight;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class SightPersonal {
    @Produces
    PersonalData told() {
        return PersonalData.named("device_sight", "told_by", "told_at", "device_id");
    }
}
