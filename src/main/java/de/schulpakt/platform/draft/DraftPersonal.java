package de.schulpakt.platform.draft;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class DraftPersonal {
    @Produces
    PersonalData drafts() {
        return PersonalData.deleted("draft", "person_id", "kept_at", "form");
    }
}
