package de.schulpakt.paper;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: a card of the administration. */
@Dependent
class PaperRegister {
    @Produces
    AdminEntry kinds() {
        return new AdminEntry("papers", 60, "/paper/kinds.xhtml", USER_ADMIN);
    }
}
