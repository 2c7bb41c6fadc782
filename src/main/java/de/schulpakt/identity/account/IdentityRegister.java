package de.schulpakt.identity.account;

import static de.schulpakt.identity.Permission.ROLE_CONFIRM;
import static de.schulpakt.identity.Permission.SCHOOL_IMPORT;
import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import de.schulpakt.identity.register.NavEntry;
import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import de.schulpakt.platform.person.PersonalData;
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
    WaitingCount rolesToConfirm() {
        return new WaitingCount("admin", ROLE_CONFIRM, "role_pending x where x.given_by <> {user} and x.user_id <> {user} and {everywhere}");
    }

    @Produces
    SubjectLink pendingRole() {
        return new SubjectLink("PendingRole", "/identity/roles.xhtml", ROLE_CONFIRM);
    }

    @Produces
    NoticeKind rolePending() {
        return new NoticeKind("message.role_pending", "roles", ROLE_CONFIRM, true, true);
    }

    @Produces
    NoticeKind roleConfirmed() {
        return new NoticeKind("message.role_confirmed", "roles", ROLE_CONFIRM, false, false);
    }

    @Produces
    NoticeKind roleDeclined() {
        return new NoticeKind("message.role_declined", "roles", ROLE_CONFIRM, false, false);
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

    @Produces
    PersonalData personalTokens() {
        return PersonalData.deleted("access_token", "user_id", "created_at", "label", "expires_at", "last_used_at", "revoked_at");
    }

    @Produces
    PersonalData personalSessions() {
        return PersonalData.deleted("login_session", "user_id", "started_at", "address", "agent", "seen_at", "ended_at");
    }

    @Produces
    PersonalData personalRoles() {
        return PersonalData.deleted("role_assignment", "user_id", "id", "role", "authority_id", "school_id");
    }

    @Produces
    PersonalData personalPending() {
        return PersonalData.deleted("role_pending", "user_id", "given_at", "role", "authority_id", "school_id");
    }

    @Produces
    PersonalData personalGiven() {
        return PersonalData.kept("role_pending", "given_by", "given_at", "role");
    }

    @Produces
    PersonalData personalLinks() {
        return PersonalData.deleted("password_link", "user_id", "made_at", "expires_at", "used_at");
    }

    @Produces
    PersonalData personalSeen() {
        return PersonalData.kept("password_link", "shown_to", "made_at", "expires_at");
    }

    @Produces
    PersonalData personalEvents() {
        return PersonalData.renamed("security_event", "user_id", "login", "at", "kind", "login", "address", "detail").emptying("address", "detail");
    }

    @Produces
    PersonalData personalActs() {
        return PersonalData.renamed("security_event", "actor_id", "actor_name", "at", "kind", "login", "address").emptying("address", "detail");
    }
}
