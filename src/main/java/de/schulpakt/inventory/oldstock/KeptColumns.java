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
import java.util.regex.Pattern;

/**
 * Which columns of an uploaded table are taken: known by their names. Only these keep their cells, and only these may be assigned to a field. The names are a list
 * of what is allowed: what holds people or secrets is not looked for, but never known.
 */
public final class KeptColumns {
    /** What may stand behind a known name: units, and words that say no more than whose number, price or day it is, namely the thing's. */
    private static final Pattern HARMLESS = Pattern.compile("(?:\\d|in|inkl|incl|laut|lt|des|der|vom|of|the|am|on|im|alt|neu|old|new|nr|no|nummer|number|bezeichnung|geraete?s?|device"
            + "|hersteller|manufacturer|maker|vendor|typenschild|etikett|label|rechnung|invoice|datum|date|eur|euro|cent|brutto|netto|gross|net|mwst|ust|vat|monaten?|months?|jahre?n?|years?"
            + "|bestand|inventar|anlage|asset|hw|hardware|wlan|wifi|lan)*");

    private static final int LONGEST = 40;

    private KeptColumns() {
    }

    /** True if the column is known by its name, or by the beginning of its name and nothing behind that is more than a unit or a word about the thing. */
    public static boolean kept(String column, List<? extends ImportField> fields) {
        if (ImportMapping.knows(column, fields)) {
            return true;
        }
        String rest = ImportMapping.after(column, fields);
        return rest != null && rest.length() <= LONGEST && HARMLESS.matcher(rest).matches();
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
