package de.schulpakt.school.letter;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: a card of the administration. */
@Dependent
class LetterRegister {
    @Produces
    AdminEntry letters() {
        return new AdminEntry("letters", 62, "/school/letters.xhtml", USER_ADMIN);
    }
}
