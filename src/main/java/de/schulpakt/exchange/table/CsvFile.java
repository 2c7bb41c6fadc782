package de.schulpakt.exchange.table;

import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListFile;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A CSV file of somebody else: its encoding, delimiter and column names are found out, its faults named by line. Every
 * import begins here.
 *
 * @param format   how it was read
 * @param columns  names of the columns as they stand in the file; {@code #3} for the third if it has none
 * @param rows     the rows below the column names, without blank ones
 * @param findings what is wrong with the file as such, in the order of the lines
 */
public record CsvFile(CsvFormat format, List<String> columns, List<CsvRow> rows, List<Finding> findings) {
    /** Largest file that is taken, in bytes. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;
    /** Most rows that are read. */
    public static final int MOST_ROWS = 100_000;
    /** Encodings to choose from. */
    public static final List<String> CHARSETS = CsvCharset.CHOICE;
    /** Delimiters to choose from. */
    public static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int HEAD = 1 << 16;
    private static final int HEADER_AMONG = 15;
    private static final int MARKUP_WITHIN = 8192;
    private static final Pattern MARKUP = Pattern.compile("^[\\s\ufeff]*<(!doctype|html|head|body|table|tr|script|div|\\?xml)\\b", Pattern.CASE_INSENSITIVE
            | Pattern.MULTILINE);
    private static final char UNREADABLE = '\ufffd';

    /**
     * The text of an uploaded file: itself, or the first sheet of an XLSX workbook as CSV. Refuses what cannot be a table.
     *
     * @throws Refused {@code csv.empty}, {@code csv.too_big}, {@code csv.spreadsheet} (ODS, or XLS of old), {@code csv.zip},
     *                 {@code csv.binary}, {@code csv.markup}
     */
    public static byte[] accepted(byte[] content) {
        if (content == null || content.length == 0) {
            throw new Refused("csv.empty");
        }
        if (content.length > MOST_BYTES) {
            throw new Refused("csv.too_big", MOST_BYTES / 1024 / 1024);
        }
        byte[] text = Spreadsheet.packed(content) ? Spreadsheet.csv(content) : content;
        check(text);
        return text;
    }

    private static void check(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, 64), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            throw new Refused("csv.spreadsheet");
        }
        String text = CsvCharset.decode(content, CsvCharset.detect(content));
        String first = text.stripLeading();
        if (first.isEmpty()) {
            throw new Refused("csv.empty");
        }
        if (first.startsWith("<") || first.startsWith("{") || first.startsWith("[")
                || MARKUP.matcher(first.substring(0, Math.min(first.length(), MARKUP_WITHIN))).find()) {
            throw new Refused("csv.markup");
        }
        long odd = text.chars().limit(HEAD).filter(c -> c < 9 || c > 13 && c < 32 && c != 26).count();
        if (start.startsWith("%PDF") || odd > Math.min(text.length(), HEAD) / 50 + 3) {
            throw new Refused("csv.binary");
        }
    }

    /**
     * Finds out how a file is to be read.
     *
     * @param known true for the name of a column that the import knows
     */
    public static CsvFormat detect(byte[] content, Predicate<String> known) {
        String charset = CsvCharset.detect(content);
        return detect(content, charset, known);
    }

    /** Finds out delimiter and column names of a file whose encoding is known. */
    public static CsvFormat detect(byte[] content, String charset, Predicate<String> known) {
        String text = CsvCharset.decode(content, charset);
        String head = head(text);
        char best = ',';
        double most = -1;
        for (char delimiter : DELIMITERS) {
            double score = scoreOf(head, delimiter, known);
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4 && DELIMITERS.contains(text.charAt(4))) {
            best = text.charAt(4);
        }
        return new CsvFormat(charset, best, headerLine(records(head, best), known));
    }

    /** The line of the column names when the delimiter is known, 0 if there seems to be none. */
    public static int headerLine(byte[] content, String charset, char delimiter, Predicate<String> known) {
        String text = CsvCharset.decode(content, charset);
        return headerLine(records(head(text), delimiter), known);
    }

    /** Reads a file. What cannot be read is a finding; only what is no table at all is refused, as by {@link #check}. */
    public static CsvFile read(byte[] content, CsvFormat format) {
        String text = CsvCharset.decode(content, format.charset());
        List<Finding> findings = new ArrayList<>(CsvQuotes.check(text, format.delimiter()));
        List<CsvRow> all = records(text, format.delimiter());
        List<String> columns = columns(all, format.headerLine());
        List<CsvRow> rows = new ArrayList<>();
        for (CsvRow row : all) {
            if (row.line() > format.headerLine() && rows.size() <= MOST_ROWS) {
                rows.add(trimmed(row, columns.size()));
                check(rows.get(rows.size() - 1), columns, findings);
            }
        }
        if (rows.size() > MOST_ROWS) {
            findings.add(0, Finding.error(null, null, null, "csv.too_many_rows", MOST_ROWS));
        }
        if (rows.isEmpty()) {
            findings.add(Finding.error(null, null, null, "csv.no_rows"));
        }
        findings.addAll(Umlauts.check(columns, rows));
        return new CsvFile(format, columns, List.copyOf(rows), List.copyOf(findings));
    }

    /** The findings that belong to rows, by physical line. */
    public Map<Integer, List<Finding>> findingsByLine() {
        Map<Integer, List<Finding>> byLine = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.line() != null) {
                byLine.computeIfAbsent(finding.line(), l -> new ArrayList<>()).add(finding);
            }
        }
        return byLine;
    }

    /** The findings that belong to no row. */
    public List<Finding> findingsOfFile() {
        BitSet lines = new BitSet();
        rows.forEach(r -> lines.set(r.line(), r.lastLine() + 1));
        return findings.stream().filter(f -> f.line() == null || !lines.get(f.line())).toList();
    }

    /** The first values of a column that say anything, for guesses. */
    public List<String> samples(int column, int most) {
        return rows.stream().map(r -> r.value(column)).filter(v -> !v.isBlank()).limit(most).toList();
    }

    private static void check(CsvRow row, List<String> columns, List<Finding> findings) {
        if (row.values().size() != columns.size()) {
            findings.add(Finding.error(row.line(), null, null, row.lastLine() > row.line() ? "csv.columns_quote" : "csv.columns",
                    row.values().size(), columns.size(), String.valueOf(row.lastLine())));
        }
        for (int i = 0; i < Math.min(row.values().size(), columns.size()); i++) {
            String value = row.values().get(i);
            if (value.indexOf(0) >= 0) {
                findings.add(Finding.error(row.line(), columns.get(i), value.replace('\0', '\u2400'), "csv.nul"));
            } else if (value.indexOf(UNREADABLE) >= 0) {
                findings.add(Finding.error(row.line(), columns.get(i), value, "csv.unreadable"));
            } else if (value.indexOf(0xC3) >= 0 && value.matches("(?s).*(\u00c3[\u00a4\u00b6\u00bc\u0178\u201e\u2013\u0153\u009f\u0084\u0096\u009c]).*")) {
                findings.add(Finding.warning(row.line(), columns.get(i), value, "csv.twice_encoded"));
            }
        }
    }

    /** Cells beyond the last column that say nothing come from spreadsheets and are no fault. */
    private static CsvRow trimmed(CsvRow row, int columns) {
        int size = row.values().size();
        while (size > columns && row.values().get(size - 1).isBlank()) {
            size--;
        }
        List<String> values = row.values().subList(0, size);
        return new CsvRow(row.line(), row.lastLine(), values.stream().anyMatch(CsvFile::guarded)
                ? values.stream().map(v -> guarded(v) ? v.substring(1) : v).toList() : values);
    }

    /** True for what our own lists write with an apostrophe before it, so that no spreadsheet takes it for a formula. */
    private static boolean guarded(String value) {
        return value.length() > 1 && value.charAt(0) == '\'' && ListFile.formula(value.replaceAll("^'+", ""));
    }

    /** The first lines of a text, whole, whatever ends a line. */
    private static String head(String text) {
        return text.length() <= HEAD ? text
                : text.substring(0, Math.max(Math.max(text.lastIndexOf('\n', HEAD), text.lastIndexOf('\r', HEAD)) + 1, 1));
    }

    private static List<String> columns(List<CsvRow> all, int headerLine) {
        List<String> given = all.stream().filter(r -> r.line() == headerLine).findFirst().map(CsvRow::values).orElse(List.of());
        int last = given.size();
        while (last > 0 && given.get(last - 1).isBlank()) {
            last--;
        }
        int count = headerLine > 0 ? last : all.stream().mapToInt(r -> r.values().size()).max().orElse(0);
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String name = i < last ? given.get(i).strip() : "";
            String unique = name.isEmpty() ? "#" + (i + 1) : seen.contains(name) ? name + " #" + (i + 1) : name;
            seen.add(unique);
            columns.add(unique);
        }
        return List.copyOf(columns);
    }

    /** 0 for a delimiter by which the file cannot be taken apart at all. */
    private static double scoreOf(String head, char delimiter, Predicate<String> known) {
        try {
            return score(records(head, delimiter), known);
        } catch (Refused e) {
            return 0;
        }
    }

    private static double score(List<CsvRow> records, Predicate<String> known) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        records.forEach(r -> counts.merge(r.values().size(), 1, Integer::sum));
        double best = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            if (count.getKey() > 1) {
                best = Math.max(best, (double) count.getValue() / records.size() * Math.min(count.getKey(), 10));
            }
        }
        long names = records.stream().limit(HEADER_AMONG).mapToLong(r -> r.values().stream().filter(known).count()).max().orElse(0);
        return best + names * 10;
    }

    private static int headerLine(List<CsvRow> records, Predicate<String> known) {
        for (CsvRow row : records.subList(0, Math.min(HEADER_AMONG, records.size()))) {
            if (row.values().stream().filter(known).count() >= 2) {
                return row.line();
            }
        }
        CsvRow first = records.isEmpty() ? null : records.get(0);
        boolean data = first == null || first.values().stream().anyMatch(v -> v.isBlank() || v.matches(".*\\d{3}.*|[\\d.,]+"));
        return data ? 0 : first.line();
    }

    /** Refuses {@code csv.binary} what has more cells in a line than any table. */
    private static List<CsvRow> records(String text, char delimiter) {
        try {
            return parsed(text, delimiter);
        } catch (CsvParseException e) {
            throw new Refused("csv.binary");
        }
    }

    /** The rows that say anything, and not many more than may be read. */
    private static List<CsvRow> parsed(String text, char delimiter) {
        List<CsvRow> rows = new ArrayList<>();
        CsvRecord before = null;
        for (CsvRecord record : CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(false)
                .maxBufferSize(2 * MOST_BYTES).ofCsvRecord(text)) {
            if (before != null) {
                add(rows, row(before, (int) record.getStartingLineNumber() - 1));
            }
            before = record;
            if (rows.size() > MOST_ROWS + HEADER_AMONG) {
                return rows;
            }
        }
        if (before != null) {
            int lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
            add(rows, row(before, Math.max((int) before.getStartingLineNumber(), text.endsWith("\n") ? lines - 1 : lines)));
        }
        return rows;
    }

    private static void add(List<CsvRow> rows, CsvRow row) {
        if (!row.isBlank()) {
            rows.add(row);
        }
    }

    private static CsvRow row(CsvRecord record, int lastLine) {
        return new CsvRow((int) record.getStartingLineNumber(), lastLine, record.getFields());
    }
}
