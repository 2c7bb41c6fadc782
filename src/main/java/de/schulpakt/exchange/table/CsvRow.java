package de.schulpakt.exchange.table;

import java.util.List;

/**
 * One row of a CSV file.
 *
 * @param line     physical line on which it begins, 1 for the first line of the file
 * @param lastLine physical line on which it ends; another than the first if a quoted cell holds a line break
 * @param values   its cells as they stand in the file
 */
public record CsvRow(int line, int lastLine, List<String> values) {
    /** The cell of a column, empty if the row is shorter. */
    public String value(int column) {
        return column < values.size() ? values.get(column) : "";
    }

    /** True if no cell says anything. */
    public boolean isBlank() {
        return values.stream().allMatch(String::isBlank);
    }
}
