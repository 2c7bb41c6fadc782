package de.schulpakt.procurement.request;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class RequestPersonal {
    @Produces
    PersonalData requests() {
        return PersonalData.kept("request", "created_by", "created_at", "no", "title", "state");
    }
}
