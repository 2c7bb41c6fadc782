package de.schulpakt.inventory.oldstock;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportMapping;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvFormat;
import de.schulpakt.exchange.table.CsvRow;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Of an uploaded table only the columns that are known by their names keep their cells. */
public final class KeptColumns {
    private KeptColumns() {
    }

    /** True if the column is known by its name. */
    public static boolean kept(String column, List<? extends ImportField> fields) {
        return ImportMapping.knows(column, fields);
    }

    /** The names of the columns whose cells were not kept. */
    public static List<String> left(CsvFile file, List<? extends ImportField> fields) {
        return file.columns().stream().filter(column -> !kept(column, fields)).toList();
    }

    /**
     * The same table without the cells of all other columns. A row that has not as many cells as there are columns loses all of them: nobody
     * knows which cell stands where.
     */
    public static byte[] of(byte[] content, CsvFormat format, List<? extends ImportField> fields) {
        CsvFile file = CsvFile.read(content, format);
        List<Boolean> keeps = file.columns().stream().map(column -> kept(column, fields)).toList();
        StringWriter out = new StringWriter();
        if (format.headerLine() > 0) {
            out.write("\n".repeat(format.headerLine() - 1));
            line(out, file.columns(), format.delimiter());
        }
        for (CsvRow row : file.rows()) {
            boolean whole = row.values().size() == keeps.size();
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.values().size(); i++) {
                cells.add(whole && format.headerLine() > 0 && keeps.get(i) ? row.value(i) : i == 0 && !whole ? "?" : "");
            }
            line(out, cells, format.delimiter());
        }
        return out.toString().getBytes(Charset.forName(format.charset()));
    }

    private static void line(StringWriter out, List<String> cells, char delimiter) {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : String.valueOf(delimiter));
            out.write("\"" + cells.get(i).replace("\"", "\"\"") + "\"");
        }
        out.write("\n");
    }
}
