package de.schulpakt.platform.list;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.SchoolGiven;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random rows for the lists: those of an authority whose people ask, and those of another one. Texts are made of few letters
 * and of what a pattern could take for something else, so that they meet often.
 */
final class ListWorld {
    private static final String[] PIECES = {"ab", "abc", "b", "bc", "ca", "100%", "a_b", "a\\b", "!a", "x", "%", "_", "zz"};
    final Db db;
    final Random random;
    final List<Long> authorities = new ArrayList<>();
    final List<Long> schools = new ArrayList<>();
    private final List<List<Long>> rooms = new ArrayList<>();
    private int number;

    ListWorld(Db db, long seed) {
        this.db = db;
        this.random = new Random(seed);
        for (String name : List.of("own", "foreign")) {
            authorities.add(SchoolGiven.authority(db, name));
            schools.add(SchoolGiven.school(db, authorities.get(authorities.size() - 1), "abc school " + name));
            rooms.add(List.of(SchoolGiven.room(db, schools.get(schools.size() - 1), "ab 1"),
                    SchoolGiven.room(db, schools.get(schools.size() - 1), "b_2")));
        }
    }

    /** A person with a role for the own authority; administrators have it everywhere. */
    String person(Role role) {
        boolean school = role == Role.SCHOOL_ADMIN;
        return SchoolGiven.user(db, "asks", role, role == Role.ADMIN || school ? null : authorities.get(0), school ? schools.get(0) : null);
    }

    /** A room of the school of one of the authorities, or null. */
    Long room(int of) {
        return random.nextInt(4) == 0 ? null : one(rooms.get(of));
    }

    Long someRoom(int of) {
        return one(rooms.get(of));
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    <E extends Enum<E>> String one(Class<E> type) {
        return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)].name();
    }

    boolean maybe() {
        return random.nextBoolean();
    }

    int number(int most) {
        return random.nextInt(most);
    }

    /** A number that exists once. */
    int number() {
        return ++number;
    }

    /** One to three pieces. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]).append(i > 0 && random.nextBoolean() ? " " : "");
        }
        return text.toString().strip();
    }

    /** A text that exists once. */
    String once(String prefix) {
        return prefix + random.nextInt(10) + "-" + ++number;
    }

    LocalDate day() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(40));
    }

    /** Inserts a row, its columns in the order of the values, and answers its id. */
    Long insert(String table, String columns, Object... values) {
        String marks = "?, ".repeat(values.length);
        return ((Number) db.sql("INSERT INTO " + table + " (" + columns + ") VALUES (" + marks.substring(0, marks.length() - 2)
                + ") RETURNING id", values).get(0).get("id")).longValue();
    }
}
