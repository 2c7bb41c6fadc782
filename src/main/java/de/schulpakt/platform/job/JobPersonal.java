package de.schulpakt.platform.job;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class JobPersonal {
    @Produces
    PersonalData pauses() {
        return PersonalData.named("job_pause", "actor_name", "paused_at", "kind");
    }
}
