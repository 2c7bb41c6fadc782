package de.schulpakt.exchange;

import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvFormat;
import de.schulpakt.identity.Permission;
import de.schulpakt.platform.text.Sentence;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/**
 * What can be imported. A room brings a bean of this: its fields, its plan and how it is stored; upload, mapping, dry run,
 * start, cancelling, pages and the list of findings are common to all. Its texts are {@code import.<name>} (the title),
 * {@code import.<name>.<option>} and those of its findings; a bean of CDI, application-scoped.
 */
public interface ImportKind {
    /** One small word; kept with each job. */
    String name();

    /** Who may import. */
    Permission permission();

    /** Address without ending of a page of its own for its imports; null for the common one. */
    default String page() {
        return null;
    }

    /** What can be taken from columns, the most important first. */
    List<? extends ImportField> fields();

    /** The options of a new job. */
    Map<String, String> usual();

    /** Refuses options that do not exist, or that the asker may not choose. */
    void check(ImportSettings settings);

    /** What else can be chosen. */
    List<Option> options(Locale locale);

    /** The words of a column that stand for constants; null if there is no such column. */
    default Words words() {
        return null;
    }

    /**
     * What a dry run cannot decide for sure, for all rows that are alike: answered in the options of the same settings.
     *
     * @param plan what was planned last
     */
    default List<Question> questions(ImportPlan plan, Locale locale) {
        return List.of();
    }

    /** The same for one row, whose own answers go before those for all alike; empty if there is nothing to ask. */
    default List<Question> questions(ImportPlan.Row row, Locale locale) {
        return List.of();
    }

    /** True if something may be decided for the row. */
    default boolean asks(ImportPlan.Row row) {
        return false;
    }

    /**
     * What was sent as the table that is read: a kind that knows another form of file than tables makes one of it. Files are at most as large as
     * tables.
     */
    default byte[] table(byte[] sent) {
        return sent;
    }

    /**
     * What is kept of an uploaded file: a kind whose files may hold what nobody needs takes it out before anything is stored.
     *
     * @param content a table, accepted
     * @param format  how it is read
     */
    default byte[] kept(byte[] content, CsvFormat format) {
        return content;
    }

    /**
     * Whether a column of a name may be assigned to a field, asked once for all columns of a file. Of a column that may not nothing is kept, see {@link #kept}: both
     * are decided in one place, so that no column is offered whose cells are gone.
     */
    default Predicate<String> takes() {
        return column -> true;
    }

    /** What the rows would do now. Writes nothing. */
    ImportPlan plan(CsvFile file, ImportSettings settings);

    /** Something that is another when {@link #plan} could give another answer for the same file and settings. */
    Object stamp();

    /** Stores what a plan says; the consumer is told how many rows are stored, and may stop it all by an exception. */
    void store(ImportPlan plan, IntConsumer progress);

    /**
     * The same, and the consumer is told what was made, so that it can be taken back.
     *
     * @param made ids of what goes again by {@link #wayBack}; what was only changed is none of it
     */
    default void store(ImportPlan plan, IntConsumer progress, Consumer<Collection<Long>> made) {
        store(plan, progress);
    }

    /** How what an import has made goes again; null where that cannot be: why, and what to do instead, then stands under {@code import.<name>.stays}. */
    default WayBack wayBack() {
        return null;
    }

    /** How what an import has made goes again: by a counter-step of its own room, with its line in the history; nothing is deleted. */
    interface WayBack {
        /**
         * What stays, by its id, each with why: it was touched since, or something holds it.
         *
         * @param after newest line of the history when the import had stored all
         */
        Map<Long, Sentence> stays(Collection<Long> made, long after);

        /**
         * Takes back what does not stay.
         *
         * @param file   name of the imported file
         * @param reason in words of who takes it back
         */
        void takeBack(Collection<Long> made, String file, String reason);
    }

    /**
     * Something to choose.
     *
     * @param choices  value and what people read; empty where one of many is searched for, null for what is typed
     * @param optional true if nothing may be chosen
     * @param of       what {@code k:choose} searches, such as schools; null where the choices are named
     * @param within   what that search depends on, such as a permission
     */
    record Option(String name, List<Choice> choices, boolean optional, String of, String within) {
        /** One of a few. */
        public Option(String name, List<Choice> choices, boolean optional) {
            this(name, choices, optional, null, null);
        }

        /** One of as many as there are, which is searched for; nothing may be chosen. */
        public static Option searched(String name, String of, String within) {
            return new Option(name, List.of(), true, of, within);
        }

        /** Something that is typed, or left out. */
        public static Option typed(String name) {
            return new Option(name, null, true);
        }

        /** True for what is typed. */
        public boolean isTyped() {
            return choices == null;
        }
    }

    /**
     * Something that somebody may decide after the dry run.
     *
     * @param name     option that holds the answer
     * @param about    which things it is about
     * @param proposal what is taken without an answer, and why
     * @param rows     how many rows are alike
     * @param choices  the answers
     */
    record Question(String name, String about, String proposal, int rows, List<Choice> choices) {
    }

    /** A value of an option and what people read. */
    record Choice(String value, String text) {
    }

    /**
     * Words of a column that stand for constants.
     *
     * @param meant the constant that a word means, null if it is not understood
     */
    record Words(ImportField field, List<? extends Enum<?>> constants, BiFunction<String, ImportSettings, Enum<?>> meant) {
    }
}
