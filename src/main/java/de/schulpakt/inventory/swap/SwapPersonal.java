package de.schulpakt.inventory.swap;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class SwapPersonal {
    @Produces
    PersonalData swapped() {
        return PersonalData.named("device_swap", "swapped_by", "swapped_at", "reason");
    }

    @Produces
    PersonalData undone() {
        return PersonalData.named("device_swap", "undone_by", "undone_at", "undone_why");
    }
}
