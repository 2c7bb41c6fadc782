package de.schulpakt.identity.account;

import static de.schulpakt.identity.Permission.ROLE_CONFIRM;
import static de.schulpakt.identity.Permission.SCHOOL_IMPORT;
import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import de.schulpakt.identity.register.NavEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the home page and the administration. */
@Dependent
class IdentityRegister {
    @Produces
    NavEntry home() {
        return new NavEntry("home", 10, "/index.xhtml");
    }

    @Produces
    NavEntry administration() {
        return new NavEntry("admin", 90, "/identity/admin.xhtml", USER_ADMIN, SCHOOL_IMPORT);
    }

    @Produces
    AdminEntry users() {
        return new AdminEntry("users", 10, "/identity/users.xhtml", USER_ADMIN);
    }

    @Produces
    AdminEntry roles() {
        return new AdminEntry("roles", 12, "/identity/roles.xhtml", ROLE_CONFIRM);
    }

    @Produces
    AdminEntry security() {
        return new AdminEntry("security", 15, "/identity/security.xhtml", USER_ADMIN);
    }

    @Produces
    AdminEntry state() {
        return new AdminEntry("state", 85, "/identity/state.xhtml", USER_ADMIN);
    }

    @Produces
    AdminEntry tokens() {
        return new AdminEntry("tokens", 80, "/identity/tokens.xhtml", null);
    }

    @Produces
    AdminEntry api() {
        return new AdminEntry("api", 90, "/openapi", null);
    }
}
