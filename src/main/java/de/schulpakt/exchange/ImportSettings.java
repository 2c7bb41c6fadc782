package de.schulpakt.exchange;

import de.schulpakt.exchange.table.CsvFormat;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * How a file is to be imported.
 *
 * @param format  how it is read
 * @param columns name of the field into which each column goes, empty for a column that is not taken
 * @param options what else the kind of import wants to know
 */
public record ImportSettings(@NotNull CsvFormat format, List<String> columns, @NotNull Map<String, String> options) {
    /** Option that is {@code true} if wrong rows are left out on purpose. */
    public static final String LEAVE_OUT = "leaveOut";
    private static final String OPTION = "option.";
    private static final String WORD = "type.";

    /** The form in which a job keeps them. */
    String text() {
        Properties all = new Properties();
        all.setProperty("charset", format.charset());
        all.setProperty("delimiter", String.valueOf(format.delimiter()));
        all.setProperty("header", String.valueOf(format.headerLine()));
        all.setProperty("columns", String.join(",", columns) + ";");
        options.forEach((key, value) -> {
            if (value != null) {
                all.setProperty(OPTION + key, value);
            }
        });
        StringWriter out = new StringWriter();
        try {
            all.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** The settings from the form in which a job keeps them. */
    static ImportSettings of(String text) {
        Properties all = new Properties();
        try {
            all.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> options = new LinkedHashMap<>();
        all.stringPropertyNames().stream().sorted().filter(k -> k.startsWith(OPTION))
                .forEach(k -> options.put(k.substring(OPTION.length()), all.getProperty(k)));
        String columns = all.getProperty("columns");
        String list = columns.substring(0, columns.length() - 1);
        return new ImportSettings(new CsvFormat(all.getProperty("charset"), all.getProperty("delimiter").charAt(0),
                Integer.parseInt(all.getProperty("header"))), new ArrayList<>(List.of(list.split(",", -1))), options);
    }

    /** What words of the file mean, where the import’s own understanding is not right: constant names by word. */
    public Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        options.forEach((key, value) -> {
            if (key.startsWith(WORD) && value != null && !value.isEmpty()) {
                words.put(key.substring(WORD.length()), value);
            }
        });
        return words;
    }

    /** True for an option that says what a word means. */
    public boolean isWord(String option) {
        return option.startsWith(WORD);
    }

    /** The same with other words. */
    public ImportSettings with(Map<String, String> words) {
        Map<String, String> all = new LinkedHashMap<>();
        options.forEach((key, value) -> {
            if (!key.startsWith(WORD)) {
                all.put(key, value);
            }
        });
        words.forEach((word, meaning) -> all.put(WORD + word, meaning));
        return new ImportSettings(format, columns, all);
    }

    /** True if wrong rows are left out on purpose. */
    public boolean leavesOut() {
        return "true".equals(option(LEAVE_OUT));
    }

    /** An option, null if it was not set. */
    public String option(String name) {
        String value = options.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
