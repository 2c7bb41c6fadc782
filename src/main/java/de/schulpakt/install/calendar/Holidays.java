package de.schulpakt.install.calendar;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The holidays of Rheinland-Pfalz, from a file that names its source and its years. */
@ApplicationScoped
public class Holidays {
    private static final String FILE = "/de/schulpakt/install/calendar/holidays_rp.csv";
    private static final String YEARS = " years";

    private final Map<LocalDate, Holiday> publicDays = new HashMap<>();
    private final List<Holiday> school = new ArrayList<>();
    private int first;
    private int last;

    /**
     * A holiday.
     *
     * @param to its last day
     */
    public record Holiday(LocalDate from, LocalDate to, String nameDe, String nameEn) {
        /** The name in a language; what is not English is German. */
        public String name(String language) {
            return "en".equals(language) ? nameEn : nameDe;
        }
    }

    /** Reads the file. */
    public Holidays() {
        try (InputStream in = Holidays.class.getResourceAsStream(FILE);
                CsvReader<CsvRecord> rows = CsvReader.builder().fieldSeparator(';').commentStrategy(CommentStrategy.READ)
                        .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(this::row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (first == 0 || publicDays.isEmpty()) {
            throw new IllegalStateException(FILE + " names no years or no holidays");
        }
    }

    private void row(CsvRecord row) {
        if (row.isComment()) {
            String comment = row.getField(0);
            if (comment.startsWith(YEARS)) {
                String[] parts = comment.split(";");
                first = Integer.parseInt(parts[1]);
                last = Integer.parseInt(parts[2]);
            }
            return;
        }
        if (row.getField(0).equals("kind")) {
            return;
        }
        Holiday holiday = new Holiday(LocalDate.parse(row.getField(1)), LocalDate.parse(row.getField(2)), row.getField(3), row.getField(4));
        if (row.getField(0).equals("SCHOOL")) {
            school.add(holiday);
        } else {
            holiday.from().datesUntil(holiday.to().plusDays(1)).forEach(day -> publicDays.put(day, holiday));
        }
    }

    /** The public holiday of a day, if it is one. */
    public Optional<Holiday> on(LocalDate day) {
        return Optional.ofNullable(publicDays.get(day));
    }

    /** The school holidays in which a day lies, if it does. */
    public Optional<Holiday> ofSchools(LocalDate day) {
        return school.stream().filter(h -> !day.isBefore(h.from()) && !day.isAfter(h.to())).findFirst();
    }

    /** True from Monday to Friday, unless the day is a public holiday. */
    public boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !publicDays.containsKey(day);
    }

    /** The working day on which so many have passed since that day, which itself does not count. */
    public LocalDate worked(LocalDate since, int days) {
        LocalDate day = since;
        for (int left = days; left > 0;) {
            day = day.plusDays(1);
            left -= works(day) ? 1 : 0;
        }
        return day;
    }

    /** True if the file knows the holidays of that day's year. */
    public boolean known(LocalDate day) {
        return day.getYear() >= first && day.getYear() <= last;
    }
}
