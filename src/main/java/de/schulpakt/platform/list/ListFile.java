package de.schulpakt.platform.list;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Texts;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a whole list as a file, row by row as it is read: it is complete, whatever its length. */
public final class ListFile {
    /** Rows of a sheet; what is more goes on on the next one. */
    private static final int SHEET = 1_000_000;
    private static final int FLUSH = 1_000;
    private static final int WIDTH = 20;
    private static final String AMOUNT = "#,##0.00";
    private static final String DAY = "dd.mm.yyyy";
    private static final String MOMENT = "dd.mm.yyyy hh:mm";

    private ListFile() {
    }

    /** The columns of the file: all that are exported, and of the usual ones those that were chosen. */
    public static List<Column> columns(Listing<?> listing, ListView view) {
        List<Column> shown = listing.shown(view);
        boolean chosen = view.first(ListView.COLUMNS) != null;
        return listing.columns().stream().filter(c -> c.exported() && (!chosen || shown.contains(c))).toList();
    }

    /**
     * CSV that spreadsheets open by a double click: UTF-8 with its mark, semicolons, CRLF, all fields quoted, amounts without
     * separators of thousands. A text that a spreadsheet would take for a formula gets an apostrophe before it.
     */
    public static <R> void csv(ListOf<R> list, ListView view, Locale locale, OutputStream out) throws IOException {
        List<Column> columns = columns(list.listing(), view);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().fieldSeparator(';').quoteStrategy(QuoteStrategies.ALWAYS).build(writer);
        csv.writeRecord(columns.stream().map(c -> Texts.get(locale, c.text())).toList());
        list.each(view, row -> csv.writeRecord(columns.stream().map(c -> cell(c.kind(), Cells.value(row, c.name()), locale)).toList()));
        writer.flush();
    }

    private static String cell(Column.Kind kind, Object value, Locale locale) {
        String text = Cells.text(kind, value, locale);
        if (kind.number()) {
            return "en".equals(locale.getLanguage()) ? text.replace(",", "") : text.replace(".", "");
        }
        return unharmed(text);
    }

    /**
     * The text, with an apostrophe before what a spreadsheet would take for a formula. An apostrophe of the text's own before
     * such a sign gets a second one, so that reading takes away only ours.
     */
    public static String unharmed(String text) {
        return formula(text) || text.startsWith("'") && formula(text.replaceAll("^'+", "")) ? "'" + text : text;
    }

    /** True for a text that a spreadsheet would calculate. */
    public static boolean formula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    /** XLSX with typed amounts, numbers and days; the heads stay in sight and filter. */
    public static <R> void xlsx(ListOf<R> list, ListView view, Locale locale, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Schulpakt", "1.0")) {
            Sheets sheets = new Sheets(book, columns(list.listing(), view), locale);
            list.each(view, sheets::add);
            sheets.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The sheets of a file, one after the other. */
    private static final class Sheets {
        private final Workbook book;
        private final List<Column> columns;
        private final Locale locale;
        private Worksheet sheet;
        private int number;
        private int line;

        Sheets(Workbook book, List<Column> columns, Locale locale) throws IOException {
            this.book = book;
            this.columns = columns;
            this.locale = locale;
            begin();
        }

        private void begin() {
            sheet = book.newWorksheet(Texts.get(locale, "list.sheet", ++number));
            line = 0;
            sheet.freezePane(0, 1);
            for (int c = 0; c < columns.size(); c++) {
                sheet.inlineString(0, c, Texts.get(locale, columns.get(c).text()));
                sheet.style(0, c).bold().set();
                sheet.width(c, WIDTH);
            }
        }

        void add(Object row) {
            try {
                if (line == SHEET) {
                    end();
                    begin();
                }
                line++;
                for (int c = 0; c < columns.size(); c++) {
                    cell(c, columns.get(c).kind(), Cells.value(row, columns.get(c).name()));
                }
                if (line % FLUSH == 0) {
                    sheet.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void cell(int c, Column.Kind kind, Object value) {
            if (value == null) {
                return;
            }
            switch (kind) {
                case NUMBER, YEAR -> sheet.value(line, c, (Number) value);
                case MONEY -> styled(c, AMOUNT, BigDecimal.valueOf((Long) value, 2));
                case DAY -> {
                    sheet.value(line, c, (LocalDate) value);
                    sheet.style(line, c).format(DAY).set();
                }
                case INSTANT -> {
                    sheet.value(line, c, ((Instant) value).atZone(Clock.ZONE).toLocalDateTime());
                    sheet.style(line, c).format(MOMENT).set();
                }
                default -> sheet.inlineString(line, c, Cells.text(kind, value, locale));
            }
        }

        private void styled(int c, String format, BigDecimal value) {
            sheet.value(line, c, value);
            sheet.style(line, c).format(format).set();
        }

        void end() throws IOException {
            sheet.setAutoFilter(0, 0, Math.max(1, line), columns.size() - 1);
            sheet.finish();
        }
    }
}
