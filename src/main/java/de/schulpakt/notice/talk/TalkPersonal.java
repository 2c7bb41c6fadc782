package de.schulpakt.notice.talk;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class TalkPersonal {
    @Produces
    PersonalData comments() {
        return PersonalData.renamed("talk_comment", "actor_id", "actor_name", "written_at", "subject_type", "subject_id", "text");
    }

    @Produces
    PersonalData removals() {
        return PersonalData.named("talk_comment", "removed_by", "removed_at", "subject_type", "subject_id");
    }

    @Produces
    PersonalData watches() {
        return PersonalData.deleted("talk_watch", "user_id", "since_at", "subject_type", "subject_no");
    }

    @Produces
    PersonalData habit() {
        return PersonalData.deleted("talk_habit", "user_id", "user_id", "speaks", "acts");
    }
}
