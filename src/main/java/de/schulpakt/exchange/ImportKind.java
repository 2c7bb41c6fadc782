package de.schulpakt.exchange;

import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvFormat;
import de.schulpakt.identity.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;

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

    /** What the rows would do now. Writes nothing. */
    ImportPlan plan(CsvFile file, ImportSettings settings);

    /** Something that is another when {@link #plan} could give another answer for the same file and settings. */
    Object stamp();

    /** Stores what a plan says; the consumer is told how many rows are stored, and may stop it all by an exception. */
    void store(ImportPlan plan, IntConsumer progress);

    /**
     * Something to choose.
     *
     * @param choices  value and what people read
     * @param optional true if nothing may be chosen
     */
    record Option(String name, List<Choice> choices, boolean optional) {
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
