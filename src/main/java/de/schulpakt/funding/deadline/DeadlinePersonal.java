package de.schulpakt.funding.deadline;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class DeadlinePersonal {
    @Produces
    PersonalData kept() {
        return PersonalData.named("deadline_kept", "actor", "at", "kind", "due_on", "note");
    }
}
