package de.schulpakt.exchange;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class ImportPersonal {
    @Produces
    PersonalData jobs() {
        return PersonalData.renamed("import_job", "actor_id", "actor_name", "created_at", "kind", "file_name", "state");
    }

    @Produces
    PersonalData started() {
        return PersonalData.kept("import_job", "started_by", "created_at", "kind", "file_name", "state");
    }
}
