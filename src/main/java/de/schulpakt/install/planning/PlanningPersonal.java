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

    @Produces
    PersonalData slots() {
        return PersonalData.deleted("visit_slot", "technician_id", "starts_at", "ticket_id", "minutes");
    }

    @Produces
    PersonalData skills() {
        return PersonalData.deleted("technician_skill", "technician_id", "kind_code");
    }

    @Produces
    PersonalData absences() {
        return PersonalData.deleted("absence", "technician_id", "from_on", "to_on");
    }
}
