package de.schulpakt.install.level;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: its card in the administration. */
@Dependent
class LevelRegister {
    @Produces
    AdminEntry admin() {
        return new AdminEntry("levels", 46, "/install/levels.xhtml", USER_ADMIN);
    }
}
