package de.schulpakt.platform.mail;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class MailPersonal {
    @Produces
    PersonalData mail() {
        return PersonalData.deleted("mail", "recipient", "created_at", "recipient", "subject", "state").by(PersonalData.How.MAIL);
    }
}
