package de.schulpakt.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a list as CSV that spreadsheets open by a double click: UTF-8 with its mark, semicolons, CRLF. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
public final class CsvOut {
    private CsvOut() {
    }

    /** Writes the names of the columns and the rows; null becomes an empty cell. */
    public static void write(OutputStream out, List<String> columns, List<List<Object>> rows) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(writer);
        csv.writeRecord(columns);
        for (List<Object> row : rows) {
            csv.writeRecord(row.stream().map(CsvOut::cell).toList());
        }
        writer.flush();
    }

    /** A row from its cells, any of which may be null. */
    public static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    /** True for a text that a spreadsheet would calculate. */
    static boolean formula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    private static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        // an apostrophe of the text's own before such a sign gets a second one, so that reading takes away only ours
        boolean guard = formula(text) || text.length() > 1 && text.startsWith("'") && formula(text.replaceAll("^'+", ""));
        return guard && !(value instanceof Number) ? "'" + text : text;
    }
}
