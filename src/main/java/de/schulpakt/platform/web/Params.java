package de.schulpakt.platform.web;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads query parameters that anybody may have typed: what makes no sense is as if it were not there. */
public final class Params {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2100;

    private Params() {
    }

    /** The constant of that name, or null. */
    public static <E extends Enum<E>> E constant(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    /** The number, or null. */
    public static Long number(String digits) {
        return digits != null && digits.matches("\\d{1,18}") ? Long.valueOf(digits) : null;
    }

    /** The day written as 2026-11-23, or null; one before 1970 or after 2100 is nobody's. */
    public static LocalDate day(String text) {
        try {
            LocalDate day = text != null && text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
            return day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The page number, or null for the first. */
    public static Integer page(String digits) {
        return digits != null && digits.matches("\\d{1,6}") ? Integer.valueOf(digits) : null;
    }
}
