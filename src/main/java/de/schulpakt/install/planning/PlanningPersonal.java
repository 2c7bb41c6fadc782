package de.schulpakt.install.planning;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class PlanningPersonal {
    @Produces
    PersonalData calendar() {
        return PersonalData.deleted("technician_calendar", "technician_id", "technician_id");
    }
}
