package de.schulpakt.inventory.device;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class DevicePersonal {
    @Produces
    PersonalData placements() {
        return PersonalData.named("placement", "actor", "from_at", "device_id", "room_id", "to_at");
    }

    @Produces
    PersonalData numbersAdded() {
        return PersonalData.named("device_identifier", "added_by", "added_at", "device_id", "kind", "value");
    }

    @Produces
    PersonalData numbersEnded() {
        return PersonalData.named("device_identifier", "ended_by", "ended_at", "device_id", "kind", "value");
    }
}
