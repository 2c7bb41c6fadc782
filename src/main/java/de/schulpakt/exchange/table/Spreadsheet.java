package de.schulpakt.exchange.table;

import de.schulpakt.platform.Refused;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * What a file of packed parts is, and the first sheet of an XLSX workbook as CSV: so that the rest of an import knows tables
 * of text only. Numbers are written as the workbook holds them, without its formats; days, which a workbook holds as numbers too, as 2027-12-31.
 */
final class Spreadsheet {
    private static final int MOST_COLUMNS = 500;
    /** A workbook that unpacks to more than this is none of ours, in bytes. */
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final int MOST_PARTS = 5000;
    /** The formats of cells are read too: only they tell a day from a number. */
    private static final ReadingOptions FORMATS = new ReadingOptions(true, false);
    /** What of a format is no code: words in quotes, colours and currencies in brackets, a character behind a stroke. */
    private static final Pattern NO_CODE = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    private Spreadsheet() {
    }

    /** True for what begins like a ZIP file. */
    static boolean packed(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && (content[2] == 3 || content[2] == 5) && content[3] == content[2] + 1;
    }

    /**
     * The first sheet as CSV in UTF-8.
     *
     * @throws Refused {@code csv.spreadsheet} for ODS and the like, {@code csv.zip} for any other packed file, {@code
     *                 csv.too_big} for what unpacks to too much, {@code csv.binary} for a workbook that cannot be read
     */
    static byte[] csv(byte[] content) {
        requireWorkbook(content);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content), FORMATS)) {
            StringWriter out = new StringWriter();
            CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(out);
            try (var rows = book.getFirstSheet().openStream()) {
                int next = 1;
                for (Row row : (Iterable<Row>) rows::iterator) {
                    for (; next < row.getRowNum() && next <= CsvFile.MOST_ROWS + 1; next++) {
                        csv.writeRecord("");
                    }
                    csv.writeRecord(values(row));
                    if (++next > CsvFile.MOST_ROWS + 2) {
                        break;
                    }
                }
            }
            byte[] text = out.toString().getBytes(StandardCharsets.UTF_8);
            if (text.length > 2 * CsvFile.MOST_BYTES) {
                throw new Refused("csv.too_big", CsvFile.MOST_BYTES / 1024 / 1024);
            }
            return text;
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Refused("csv.workbook");
        }
    }

    private static List<String> values(Row row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            Cell cell = row.getCell(i);
            values.add(cell == null ? "" : cell.getType() == CellType.NUMBER ? number(cell) : cell.getText());
        }
        return values;
    }

    /** True if the format of a number shows a year: it is a day. */
    private static boolean day(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && NO_CODE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT).contains("yy");
    }

    private static String number(Cell cell) {
        if (day(cell)) {
            LocalDateTime at = cell.asDate();
            return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        String raw = cell.asNumber().toPlainString();
        return raw.contains(".") ? raw.replaceAll("0+$", "").replaceAll("\\.$", "") : raw;
    }

    private static void requireWorkbook(byte[] content) {
        boolean workbook = false;
        boolean document = false;
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) {
                throw new Refused("csv.zip");
            }
            for (ZipArchiveEntry part : parts) {
                workbook |= part.getName().startsWith("xl/workbook");
                document |= "mimetype".equals(part.getName()) || part.getName().startsWith("word/");
                try (InputStream in = zip.getInputStream(part)) {
                    for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                        size += read;
                        if (size > MOST_UNPACKED) {
                            throw new Refused("csv.too_big", CsvFile.MOST_BYTES / 1024 / 1024);
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("csv.zip");
        }
        if (!workbook) {
            throw new Refused(document ? "csv.spreadsheet" : "csv.zip");
        }
    }
}
