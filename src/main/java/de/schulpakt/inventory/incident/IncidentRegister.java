package de.schulpakt.inventory.incident;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a case, and what it keeps of people. */
@Dependent
class IncidentRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("DeviceIncident", "/inventory/incident.xhtml?id={id}", DEVICE_VIEW);
    }

    @Produces
    PersonalData opened() {
        return PersonalData.named("device_incident", "opened_by", "opened_at", "no");
    }
}
