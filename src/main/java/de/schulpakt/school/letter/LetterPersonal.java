package de.schulpakt.school.letter;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class LetterPersonal {
    @Produces
    PersonalData versions() {
        return PersonalData.renamed("letter_version", "actor_id", "actor_name", "made_at", "part", "no");
    }

    @Produces
    PersonalData used() {
        return PersonalData.named("letter_version", "used_by", "used_at", "part", "no");
    }
}
