package de.schulpakt.install.survey;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class SurveyPersonal {
    @Produces
    PersonalData surveys() {
        return PersonalData.named("room_survey", "surveyed_by", "surveyed_on", "power", "note");
    }
}
