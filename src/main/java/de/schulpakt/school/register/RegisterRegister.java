package de.schulpakt.school.register;

import static de.schulpakt.identity.Permission.SCHOOL_IMPORT;

import de.schulpakt.identity.register.AdminEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: its card in the administration. */
@Dependent
class RegisterRegister {
    @Produces
    AdminEntry admin() {
        return new AdminEntry("import", 20, "/school/imports.xhtml", SCHOOL_IMPORT);
    }
}
