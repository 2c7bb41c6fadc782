package de.schulpakt.identity.deputy;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class DeputyPersonal {
    @Produces
    PersonalData own() {
        return PersonalData.kept("deputy", "user_id", "named_at", "from_on", "to_on", "note").emptying("note");
    }

    @Produces
    PersonalData acting() {
        return PersonalData.kept("deputy", "deputy_id", "named_at", "from_on", "to_on");
    }

    @Produces
    PersonalData named() {
        return PersonalData.kept("deputy", "named_by", "named_at", "from_on", "to_on");
    }

    @Produces
    PersonalData confirmed() {
        return PersonalData.kept("deputy", "confirmed_by", "confirmed_at", "from_on", "to_on");
    }

    @Produces
    PersonalData ended() {
        return PersonalData.kept("deputy", "ended_by", "ended_at", "from_on", "to_on");
    }
}
