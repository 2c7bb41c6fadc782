package de.schulpakt.paper.label;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people, for 14 days. */
@Dependent
class LabelPersonal {
    @Produces
    PersonalData jobs() {
        return PersonalData.renamed("label_job", "user_id", "user_name", "created_at", "source", "total", "state");
    }

    @Produces
    PersonalData formats() {
        return PersonalData.named("label_format_before", "replaced_by", "replaced_at", "name");
    }
}
