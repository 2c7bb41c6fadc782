package de.schulpakt.kit;

import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.CreateUser;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.identity.account.Users;

/** Users for tests, made through the use cases. */
public final class IdentityGiven {
    /** The password of all test users. */
    public static final String PASSWORD = "test-password";

    private static final String FIRST = "first-password";

    private IdentityGiven() {
    }

    /** A user with a role everywhere, for one authority, or for one school. Makes the first administrator if need be. */
    public static Long user(Db db, String login, Role role, Long authorityId, Long schoolId) {
        Users users = db.get(Users.class);
        users.createFirstAdministrator("admin", PASSWORD);
        Long[] id = new Long[1];
        as(db, "admin", () -> id[0] = users.create(new CreateUser(login, login, null, FIRST, role, authorityId, schoolId)));
        as(db, login, () -> db.get(SignIns.class).changePassword(new SignIns.ChangePassword(FIRST, PASSWORD)));
        return id[0];
    }

    /** Runs work on behalf of a user. */
    public static void as(Db db, String login, Runnable work) {
        db.get(SignIn.class).as(login, work);
    }
}
