package de.schulpakt.identity.limit;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class AwardLimitPersonal {
    @Produces
    PersonalData limited() {
        return PersonalData.deleted("award_limit", "user_id", "given_at", "application_id", "from_on", "to_on", "note", "ended_on", "why");
    }

    @Produces
    PersonalData given() {
        return PersonalData.named("award_limit", "given_by", "given_at", "from_on", "to_on");
    }
}
