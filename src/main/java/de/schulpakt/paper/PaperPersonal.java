package de.schulpakt.paper;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class PaperPersonal {
    @Produces
    PersonalData papers() {
        return PersonalData.renamed("paper", "actor_id", "actor_name", "made_at", "subject_type", "subject_id", "name", "note");
    }
}
