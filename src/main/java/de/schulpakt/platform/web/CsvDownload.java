package de.schulpakt.platform.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Answers a page's request with a CSV file instead: UTF-8 with a mark at its beginning and semicolons, as the spreadsheets
 * of German offices open it with a double click.
 */
public final class CsvDownload {
    private CsvDownload() {
    }

    /**
     * Sends rows as a file.
     *
     * @param cells the cells of a row; null becomes an empty one
     */
    public static <T> void send(String fileName, List<String> header, List<T> rows, Function<T, List<?>> cells) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext out = faces.getExternalContext();
        out.responseReset();
        out.setResponseContentType("text/csv; charset=UTF-8");
        out.setResponseHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        out.setResponseHeader("Cache-Control", "no-store");
        try (OutputStream stream = out.getResponseOutputStream();
             OutputStreamWriter writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8)) {
            writer.write('\ufeff');
            CsvWriter csv = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(writer);
            csv.writeRecord(header);
            for (T row : rows) {
                csv.writeRecord(cells.apply(row).stream().map(CsvDownload::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(fileName, e);
        }
        faces.responseComplete();
    }

    /** A text that a spreadsheet would run as a formula gets an apostrophe before it. */
    private static String harmless(Object cell) {
        String text = cell == null ? "" : cell.toString();
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("[+-]?[\\d.,]+") ? "'" + text : text;
    }
}
