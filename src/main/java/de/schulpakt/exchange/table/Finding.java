package de.schulpakt.exchange.table;

import de.schulpakt.platform.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something that an import found in a file: an error, which keeps the file out, or a warning.
 *
 * @param error  false for a warning
 * @param line   physical line in the file, null for the file as a whole
 * @param column name of the column, or null
 * @param value  what stands there, or null
 * @param code   key of the sentence that says what is wrong; {@code code + ".fix"} is that of the remedy. In both {0} is
 *               the value and {1} the first argument
 * @param rows   in how many rows it was found if it concerns a whole column, else null
 */
public record Finding(boolean error, Integer line, String column, String value, String code, List<Object> args, Integer rows) {
    private static final int SHOWN = 80;

    /** An error. */
    public static Finding error(Integer line, String column, String value, String code, Object... args) {
        return new Finding(true, line, column, value, code, List.of(args), null);
    }

    /** A warning. */
    public static Finding warning(Integer line, String column, String value, String code, Object... args) {
        return new Finding(false, line, column, value, code, List.of(args), null);
    }

    /**
     * The finding in words.
     *
     * @param error  false for a warning
     * @param line   physical line in the file, null for the file as a whole
     * @param column name of the column, or null
     * @param value  what stands there, shortened, or null
     * @param reason what is wrong
     * @param remedy what to do
     */
    public record Told(String code, boolean error, Integer line, String column, String value, String reason, String remedy) {
    }

    /** The same as a warning. */
    public Finding asWarning() {
        return new Finding(false, line, column, value, code, args, rows);
    }

    /** The same of a whole column, with this one as the example. */
    public Finding ofColumn(int count) {
        return new Finding(error, null, column, value, code, args, count);
    }

    /** Says it in a language. */
    public Told told(Locale locale) {
        List<Object> all = new ArrayList<>();
        String shown = value == null ? "" : value.length() > SHOWN ? value.substring(0, SHOWN) + " …" : value;
        all.add(shown);
        all.addAll(args);
        String reason = Texts.get(locale, code, all.toArray());
        return new Told(code, error, line, column, value == null ? null : shown, rows == null ? reason
                : Texts.get(locale, column == null ? "import.in_rows" : "import.in_column", rows, column == null ? "" : column, reason),
                Texts.get(locale, code + ".fix", all.toArray()));
    }
}
