package de.schulpakt.platform.person;

import java.util.List;

/**
 * Where people stand in a table of a room. A room brings it as a CDI producer; its words stand under {@code personal.<table>.<by>}.
 *
 * @param table   the table
 * @param by      the column by which a person is found
 * @param how     what stands in that column
 * @param shown   the columns that a person is shown, the first is sorted by
 * @param renamed columns with the name or login, which a number replaces
 * @param emptied columns that are emptied
 * @param end     what becomes of the rows
 */
public record PersonalData(String table, String by, How how, List<String> shown, List<String> renamed, List<String> emptied, End end) {
    /** What stands in the column by which a person is found. */
    public enum How {
        /** The id of the account. */
        ID,
        /** The name, as it was then: only while no other account has the same. */
        NAME,
        /** The login. */
        LOGIN,
        /** The mail address. */
        MAIL
    }

    /** What becomes of the rows when a person is forgotten. */
    public enum End {
        /** They are deleted: they served the person alone. */
        DELETED,
        /** They stay, without the name: they say what happened to money, devices and work. */
        RENAMED,
        /** They stay as they are: they hold the number of the account and nothing else of the person. */
        KEPT
    }

    /** Rows that served the person alone. */
    public static PersonalData deleted(String table, String by, String... shown) {
        return new PersonalData(table, by, How.ID, List.of(shown), List.of(), List.of(), End.DELETED);
    }

    /** Rows that say what happened, with the person's id and name. */
    public static PersonalData renamed(String table, String by, String name, String... shown) {
        return new PersonalData(table, by, How.ID, List.of(shown), List.of(name), List.of(), End.RENAMED);
    }

    /** Rows that say what happened and know the person by name only. */
    public static PersonalData named(String table, String name, String... shown) {
        return new PersonalData(table, name, How.NAME, List.of(shown), List.of(name), List.of(), End.RENAMED);
    }

    /** Rows that hold the id and nothing else of the person. */
    public static PersonalData kept(String table, String by, String... shown) {
        return new PersonalData(table, by, How.ID, List.of(shown), List.of(), List.of(), End.KEPT);
    }

    /** The same, found otherwise. */
    public PersonalData by(How other) {
        return new PersonalData(table, by, other, shown, renamed, emptied, end);
    }

    /** The same, and these columns are emptied. */
    public PersonalData emptying(String... columns) {
        return new PersonalData(table, by, how, shown, renamed, List.of(columns), end == End.KEPT ? End.RENAMED : end);
    }
}
