package de.schulpakt.identity.person;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of those who have left. */
@Dependent
class PersonRegister {
    @Produces
    AdminEntry leavers() {
        return new AdminEntry("leavers", 17, "/identity/leavers.xhtml", USER_ADMIN);
    }
}
