package de.schulpakt.funding.snapshot;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class SnapshotPersonal {
    @Produces
    PersonalData taken() {
        return PersonalData.named("snapshot", "taken_by", "taken_at", "key_on");
    }
}
