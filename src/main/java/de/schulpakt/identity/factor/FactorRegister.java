package de.schulpakt.identity.factor;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page on which it is demanded. */
@Dependent
class FactorRegister {
    @Produces
    AdminEntry factors() {
        return new AdminEntry("factors", 12, "/identity/factors.xhtml", USER_ADMIN);
    }
}
