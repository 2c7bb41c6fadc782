package de.schulpakt.notice.calendar;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class CalendarPersonal {
    @Produces
    PersonalData feed() {
        return PersonalData.deleted("calendar_feed", "user_id", "made_at", "kinds", "used_at");
    }
}
