package de.schulpakt.install.kind;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: its card in the administration. */
@Dependent
class KindRegister {
    @Produces
    AdminEntry admin() {
        return new AdminEntry("kinds", 45, "/install/kinds.xhtml", USER_ADMIN);
    }
}
