package de.schulpakt.procurement.serials;

import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvRow;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.inventory.oldstock.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a list of serial numbers would book. Pure: it compares a file with what is awaited and known, and touches neither. */
final class SerialRows {
    private static final int LONGEST_SERIAL = 80;
    private static final int LONGEST_NOTE = 60;

    private final CsvFile file;
    private final ImportSettings settings;
    private final LocalDate today;
    private final Map<String, List<Awaited>> byOrder = new LinkedHashMap<>();
    private final Map<String, Known> known;
    private final Set<String> notes;
    private final Map<Long, Integer> left = new HashMap<>();
    private final Map<String, Integer> firstLine = new HashMap<>();
    private final Map<String, LocalDate> dayOfNote = new HashMap<>();

    /** A line of an order whose pieces have serial numbers. */
    record Awaited(Long lineId, Long orderId, String orderNo, LocalDate orderedOn, Integer lineNo, String article, String model, String partNo, Integer pieces) {
    }

    /** A device with a serial number of the file; the inventory number is null if the asker may not see it. */
    record Known(String serial, String inventoryNo) {
    }

    /** A piece that is to be booked. */
    record Piece(Long orderId, String note, LocalDate day, Long lineId, String serial) {
    }

    /**
     * @param known what is a device already, by its serial number in small letters
     * @param notes delivery notes that are booked: order, a stroke and the number in small letters
     */
    SerialRows(CsvFile file, ImportSettings settings, LocalDate today, List<Awaited> awaited, Map<String, Known> known, Set<String> notes) {
        this.file = file;
        this.settings = settings;
        this.today = today;
        this.known = known;
        this.notes = notes;
        awaited.forEach(a -> {
            byOrder.computeIfAbsent(key(a.orderNo()), k -> new ArrayList<>()).add(a);
            left.put(a.lineId(), a.pieces());
        });
    }

    /** The serial numbers of the file, as they would be booked. */
    static List<String> serials(CsvFile file, ImportSettings settings) {
        int at = settings.columns().indexOf(SerialField.SERIAL.name());
        return at < 0 ? List.of() : file.rows().stream().map(r -> clean(r.value(at))).filter(s -> !s.isEmpty()).distinct().toList();
    }

    ImportPlan plan() {
        Map<Integer, List<Finding>> byLine = file.findingsByLine();
        List<ImportPlan.Row> rows = new ArrayList<>();
        file.rows().stream().filter(row -> !row.isBlank()).forEach(row -> rows.add(row(row, new ArrayList<>(byLine.getOrDefault(row.line(), List.of())))));
        List<Finding> findings = new ArrayList<>(file.findingsOfFile());
        if (!settings.columns().contains(SerialField.SERIAL.name())) {
            findings.add(Finding.error(null, null, null, "serials.no_column", SerialField.SERIAL));
        }
        if (!settings.columns().contains(SerialField.ORDER.name()) && settings.option(SerialFileKind.ORDER) == null) {
            findings.add(Finding.error(null, null, null, "serials.no_order"));
        }
        if (!settings.columns().contains(SerialField.NOTE.name()) && settings.option(SerialFileKind.NOTE) == null) {
            findings.add(Finding.error(null, null, null, "serials.no_note"));
        }
        return ImportPlan.of(file, rows, findings, settings.leavesOut());
    }

    private ImportPlan.Row row(CsvRow row, List<Finding> findings) {
        int line = row.line();
        String serial = clean(value(row, SerialField.SERIAL));
        if (settings.columns().contains(SerialField.SERIAL.name())) {
            serial(line, serial, findings);
        }
        List<Awaited> order = order(row, findings);
        String note = note(row, order, findings);
        LocalDate day = day(row, order, note, findings);
        Awaited of = order == null ? null : line(row, order, findings);
        if (of == null || note == null || day == null || findings.stream().anyMatch(Finding::error)) {
            return new ImportPlan.Row(line, Outcome.WRONG, serial, of == null ? value(row, SerialField.ARTICLE) : of.article(), null, List.of(), findings, null);
        }
        left.merge(of.lineId(), -1, Integer::sum);
        firstLine.put(key(serial), line);
        return new ImportPlan.Row(line, Outcome.NEW, serial, of.article() + " · " + of.orderNo() + " · " + of.lineNo(), null, List.of(), findings,
                new Piece(of.orderId(), note, day, of.lineId(), serial));
    }

    private void serial(int line, String serial, List<Finding> findings) {
        String column = column(SerialField.SERIAL);
        Known device = known.get(key(serial));
        Integer before = firstLine.get(key(serial));
        if (serial.isEmpty()) {
            findings.add(Finding.error(line, column, serial, "serials.empty"));
        } else if (serial.length() > LONGEST_SERIAL) {
            findings.add(Finding.error(line, column, serial, "serials.long", LONGEST_SERIAL));
        } else if (before != null) {
            findings.add(Finding.error(line, column, serial, "serials.twice", String.valueOf(before)));
        } else if (device != null) {
            findings.add(device.inventoryNo() == null ? Finding.error(line, column, serial, "serials.elsewhere")
                    : Finding.error(line, column, serial, "serials.known", device.inventoryNo()));
        }
    }

    /** The lines of the order that the row or the whole file names. */
    private List<Awaited> order(CsvRow row, List<Finding> findings) {
        String no = value(row, SerialField.ORDER);
        String chosen = settings.option(SerialFileKind.ORDER);
        if (no.isEmpty() && chosen == null) {
            if (settings.columns().contains(SerialField.ORDER.name())) {
                findings.add(Finding.error(row.line(), column(SerialField.ORDER), no, "serials.order_unknown"));
            }
            return null;
        }
        List<Awaited> lines = no.isEmpty() ? byOrder.values().stream().filter(o -> o.get(0).orderId().toString().equals(chosen)).findFirst().orElse(null)
                : byOrder.get(key(no));
        if (lines == null) {
            findings.add(Finding.error(row.line(), column(SerialField.ORDER), no, "serials.order_unknown"));
        }
        return lines;
    }

    private String note(CsvRow row, List<Awaited> order, List<Finding> findings) {
        String typed = value(row, SerialField.NOTE);
        String note = typed.isEmpty() ? Objects.requireNonNullElse(settings.option(SerialFileKind.NOTE), "").strip() : typed;
        if (note.isEmpty()) {
            if (settings.columns().contains(SerialField.NOTE.name())) {
                findings.add(Finding.error(row.line(), column(SerialField.NOTE), note, "serials.note_empty"));
            }
            return null;
        }
        if (note.length() > LONGEST_NOTE) {
            findings.add(Finding.error(row.line(), column(SerialField.NOTE), note, "serials.long", LONGEST_NOTE));
        } else if (order != null && notes.contains(noteKey(order.get(0).orderId(), note))) {
            findings.add(Finding.error(row.line(), column(SerialField.NOTE), note, "serials.note_booked"));
        }
        return note;
    }

    private LocalDate day(CsvRow row, List<Awaited> order, String note, List<Finding> findings) {
        String typed = value(row, SerialField.DAY);
        String said = typed.isEmpty() ? Objects.requireNonNullElse(settings.option(SerialFileKind.DAY), "").strip() : typed;
        LocalDate day = said.isEmpty() ? today : Days.of(said);
        if (day == null) {
            findings.add(Finding.error(row.line(), column(SerialField.DAY), said, "serials.day"));
            return null;
        }
        if (day.isAfter(today) || order != null && day.isBefore(order.get(0).orderedOn())) {
            findings.add(Finding.error(row.line(), column(SerialField.DAY), said, "serials.day_wrong"));
        }
        if (order != null && note != null) {
            LocalDate first = dayOfNote.putIfAbsent(noteKey(order.get(0).orderId(), note), day);
            if (first != null && !first.equals(day)) {
                findings.add(Finding.error(row.line(), column(SerialField.DAY), said, "serials.day_differs"));
            }
        }
        return day;
    }

    /** The first line that is meant and still waits. */
    private Awaited line(CsvRow row, List<Awaited> order, List<Finding> findings) {
        String no = value(row, SerialField.LINE);
        String article = value(row, SerialField.ARTICLE);
        SerialField by = no.isEmpty() ? SerialField.ARTICLE : SerialField.LINE;
        Predicate<Awaited> meant = !no.isEmpty() ? a -> String.valueOf(a.lineNo()).equals(no.replaceFirst("^0+(?=\\d)", ""))
                : !article.isEmpty() ? a -> key(article).equals(key(a.article())) || key(article).equals(key(a.model())) || key(article).equals(key(a.partNo())) : a -> true;
        List<Awaited> lines = order.stream().filter(meant).toList();
        boolean several = no.isEmpty() && article.isEmpty() && lines.stream().map(Awaited::article).collect(Collectors.toSet()).size() > 1;
        if (lines.isEmpty() || several) {
            findings.add(Finding.error(row.line(), column(by), no.isEmpty() ? article : no, several ? "serials.line_several" : "serials.line_unknown", order.get(0).orderNo()));
            return null;
        }
        Awaited open = lines.stream().filter(a -> left.get(a.lineId()) > 0).findFirst().orElse(null);
        if (open == null) {
            findings.add(Finding.error(row.line(), column(by), no.isEmpty() ? article : no, "serials.beyond", lines.stream().mapToInt(Awaited::pieces).sum()));
        }
        return open;
    }

    static String noteKey(Long order, String note) {
        return order + "/" + key(note);
    }

    static String key(String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    /** As a receipt reads it: without blanks at the ends and characters that nobody sees. */
    private static String clean(String scanned) {
        return scanned.replaceAll("\\p{Cf}", "").strip();
    }

    private String value(CsvRow row, SerialField field) {
        int at = settings.columns().indexOf(field.name());
        return at < 0 ? "" : row.value(at).strip();
    }

    private String column(SerialField field) {
        int at = settings.columns().indexOf(field.name());
        return at < 0 || at >= file.columns().size() ? null : file.columns().get(at);
    }
}
