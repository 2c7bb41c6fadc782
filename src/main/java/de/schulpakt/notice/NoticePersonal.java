package de.schulpakt.notice;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class NoticePersonal {
    @Produces
    PersonalData notices() {
        return PersonalData.deleted("notice", "user_id", "told_at", "kind", "subject_no", "read_at");
    }

    @Produces
    PersonalData acts() {
        return PersonalData.named("notice", "actor_name", "told_at", "kind", "subject_no");
    }

    @Produces
    PersonalData subjects() {
        return PersonalData.named("notice", "subject_no", "told_at", "kind");
    }

    @Produces
    PersonalData choices() {
        return PersonalData.deleted("notice_choice", "user_id", "id", "topic", "way");
    }
}
