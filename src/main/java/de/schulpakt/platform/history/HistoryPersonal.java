package de.schulpakt.platform.history;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class HistoryPersonal {
    @Produces
    PersonalData history() {
        return PersonalData.renamed("history", "actor_id", "actor_name", "at", "subject_type", "subject_id", "action", "note");
    }
}
