package de.schulpakt.kit;

import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.CreateUser;
import de.schulpakt.identity.account.PasswordLinks;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.identity.account.Users;

/** Users for tests, made through the use cases. */
public final class IdentityGiven {
    /** The password of all test users. */
    public static final String PASSWORD = "test-password";

    private IdentityGiven() {
    }

    /** A user with a role everywhere, for one authority, or for one school. Makes the first administrator if need be. */
    public static Long user(Db db, String login, Role role, Long authorityId, Long schoolId) {
        Users users = db.get(Users.class);
        users.createFirstAdministrator("admin", PASSWORD);
        Long[] id = new Long[1];
        as(db, "admin", () -> {
            PasswordLinks.Made made = users.create(new CreateUser(login, login, null, role, authorityId, schoolId));
            id[0] = made.userId();
            db.get(SignIns.class).setPassword(new SignIns.SetPassword(secret(made.link()), PASSWORD));
        });
        confirmRoles(db, login);
        return id[0];
    }

    /** What a link to set a password is good by. */
    public static String secret(String link) {
        return link.substring(link.indexOf("link=") + 5);
    }

    /** A second person confirms the roles of this user that wait for one. */
    public static void confirmRoles(Db db, String login) {
        for (var waiting : db.sql("select p.id, p.given_by, p.user_id from role_pending p join app_user u on u.id = p.user_id where u.login = ?", login)) {
            Object second = db.sql("select u.login from app_user u join role_assignment r on r.user_id = u.id where u.active = true and r.role in"
                    + " ('ADMIN', 'FUNDING_OFFICER') and r.authority_id is null and r.school_id is null and u.id not in (?, ?) order by u.id",
                    waiting.get("given_by"), waiting.get("user_id")).get(0).get("login");
            as(db, second.toString(), () -> db.get(Users.class).confirmRole(((Number) waiting.get("id")).longValue()));
        }
    }

    /** Runs work on behalf of a user. */
    public static void as(Db db, String login, Runnable work) {
        db.get(SignIn.class).as(login, work);
    }
}
