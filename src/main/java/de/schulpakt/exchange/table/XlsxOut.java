package de.schulpakt.exchange.table;

import de.schulpakt.platform.text.Texts;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook that is written sheet after sheet, in one language. */
public final class XlsxOut implements Closeable {
    private static final int WIDTH = 18;
    private final Workbook book;
    private final Locale locale;
    private Worksheet sheet;
    private int line;

    /** An amount in cents. */
    public record Cents(Long of) {
    }

    /** An empty workbook. */
    public XlsxOut(OutputStream out, Locale locale) {
        this.book = new Workbook(out, "Schulpakt", "1.0");
        this.locale = locale;
    }

    /** A text in the language of the workbook. */
    public String word(String key) {
        return Texts.get(locale, key);
    }

    /** Begins a sheet, by the keys of its name and of its columns. */
    public void begin(String title, String... columns) throws IOException {
        end();
        sheet = book.newWorksheet(word(title));
        sheet.freezePane(0, 1);
        for (int c = 0; c < columns.length; c++) {
            sheet.inlineString(0, c, word(columns[c]));
            sheet.style(0, c).bold().set();
            sheet.width(c, WIDTH);
        }
        line = 0;
    }

    /** A row of the sheet: amounts, numbers, days, constants, texts; null is an empty cell. */
    public void row(Object... cells) {
        line++;
        for (int c = 0; c < cells.length; c++) {
            cell(c, cells[c]);
        }
    }

    private void cell(int c, Object value) {
        if (value instanceof Cents cents && cents.of() != null) {
            sheet.value(line, c, BigDecimal.valueOf(cents.of(), 2));
            sheet.style(line, c).format("#,##0.00").set();
        } else if (value instanceof Number number) {
            sheet.value(line, c, number);
        } else if (value instanceof LocalDate day) {
            sheet.value(line, c, day);
            sheet.style(line, c).format("dd.mm.yyyy").set();
        } else if (value instanceof Enum<?> constant) {
            sheet.inlineString(line, c, Texts.get(locale, constant));
        } else if (value instanceof String text) {
            sheet.inlineString(line, c, text);
        }
    }

    private void end() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
    }

    @Override
    public void close() throws IOException {
        end();
        book.close();
    }
}
