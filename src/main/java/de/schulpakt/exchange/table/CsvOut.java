package de.schulpakt.exchange.table;

import de.schulpakt.platform.list.ListFile;
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
    private final Writer writer;
    private final CsvWriter csv;

    private CsvOut(Writer writer) {
        this.writer = writer;
        this.csv = CsvWriter.builder().fieldSeparator(';').build(writer);
    }

    /** Begins a list that is too long to be held whole; {@link #line} follows for each row, and {@link #end}. */
    public static CsvOut begin(OutputStream out, List<String> columns) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        CsvOut list = new CsvOut(writer);
        list.csv.writeRecord(columns);
        return list;
    }

    /** Writes the next row; null becomes an empty cell. */
    public void line(Object... cells) {
        csv.writeRecord(Arrays.stream(cells).map(CsvOut::cell).toList());
    }

    /** Everything is with the stream. */
    public void end() throws IOException {
        writer.flush();
    }

    /** Writes the names of the columns and the rows; null becomes an empty cell. */
    public static void write(OutputStream out, List<String> columns, List<List<Object>> rows) throws IOException {
        CsvOut list = begin(out, columns);
        rows.forEach(row -> list.line(row.toArray()));
        list.end();
    }

    /** A row from its cells, any of which may be null. */
    public static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    private static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        return value instanceof Number ? text : ListFile.unharmed(text);
    }
}
