package de.schulpakt.invite;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: its card in the administration. */
@Dependent
class InviteRegister {
    @Produces
    AdminEntry people() {
        return new AdminEntry("people", 11, "/invite/imports.xhtml", USER_ADMIN);
    }
}
