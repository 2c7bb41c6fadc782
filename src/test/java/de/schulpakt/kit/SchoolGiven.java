package de.schulpakt.kit;

import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.CreateUser;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.Users;
import de.schulpakt.school.place.RoomKind;
import de.schulpakt.school.place.SchoolType;
import de.schulpakt.school.place.Schools;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/** Authorities, schools, rooms and signed-in users for tests, made through the use cases. */
public final class SchoolGiven {
    /** Login of the administrator that {@link #authority} and the others act as. */
    public static final String ADMIN = "given.admin";
    private static final AtomicLong NUMBER = new AtomicLong(10_000);

    private SchoolGiven() {
    }

    /** A school authority. */
    public static Long authority(Db db, String name) {
        return asAdmin(db, () -> db.get(Schools.class).createAuthority(new Schools.CreateAuthority(name)));
    }

    /** A Gymnasium in Koblenz that no authority runs. */
    public static Long school(Db db, String name) {
        return school(db, null, name);
    }

    /** A Gymnasium in Koblenz, run by an authority. */
    public static Long school(Db db, Long authorityId, String name) {
        return asAdmin(db, () -> db.get(Schools.class).create(new Schools.Create(authorityId, "RP",
                String.valueOf(NUMBER.incrementAndGet()), name, SchoolType.GYMNASIUM, "Gymnasialstr. 3", "56068", "Koblenz",
                null, null, null, null)));
    }

    /** A classroom of a school, in a building of its own. */
    public static Long room(Db db, Long schoolId, String name) {
        return asAdmin(db, () -> db.get(Schools.class).addRoom(new Schools.AddRoom(
                db.get(Schools.class).addBuilding(schoolId, new Schools.AddBuilding("Bau " + NUMBER.incrementAndGet())), name, "EG",
                RoomKind.CLASSROOM)));
    }

    /** A user with one role; authority and school both null means everywhere. The login is returned. */
    public static String user(Db db, String login, Role role, Long authorityId, Long schoolId) {
        asAdmin(db, () -> db.get(Users.class).create(new CreateUser(login, login, null, role, authorityId, schoolId)));
        IdentityGiven.confirmRoles(db, login);
        return login;
    }

    /** Acts as a user. */
    public static <T> T as(Db db, String login, Callable<T> work) {
        Object[] result = new Object[1];
        db.get(SignIn.class).as(login, () -> {
            try {
                result[0] = work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        @SuppressWarnings("unchecked")
        T typed = (T) result[0];
        return typed;
    }

    /** Acts as the administrator, who is made when first needed. */
    public static <T> T asAdmin(Db db, Callable<T> work) {
        db.get(Users.class).createFirstAdministrator(ADMIN, "given-password");
        return as(db, ADMIN, work);
    }
}
