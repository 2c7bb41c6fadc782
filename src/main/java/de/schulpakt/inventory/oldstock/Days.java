package de.schulpakt.inventory.oldstock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days as people and programs write them: 2019-05-06, with or without a time, 06.05.2019, 6.5.19 and 5/6/19. */
public final class Days {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})([T ].*)?");
    private static final Pattern POINTS = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{2}|\\d{4})([ ].*)?");
    private static final Pattern STROKES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{2}|\\d{4})([ ].*)?");
    private static final int CENTURY = 2000;

    private Days() {
    }

    /** The day, null if the text is none. With strokes the month stands first, as in the exports that write so, unless it cannot. */
    public static LocalDate of(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher points = POINTS.matcher(text);
        if (points.matches()) {
            return day(points.group(3), points.group(2), points.group(1));
        }
        Matcher strokes = STROKES.matcher(text);
        if (strokes.matches()) {
            LocalDate american = day(strokes.group(3), strokes.group(1), strokes.group(2));
            return american == null ? day(strokes.group(3), strokes.group(2), strokes.group(1)) : american;
        }
        return null;
    }

    private static LocalDate day(String year, String month, String day) {
        try {
            int number = Integer.parseInt(year);
            LocalDate read = LocalDate.of(year.length() == 2 ? CENTURY + number : number, Integer.parseInt(month), Integer.parseInt(day));
            return read.getYear() < 1970 || read.getYear() > 2100 ? null : read;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
