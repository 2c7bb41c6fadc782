package de.schulpakt.platform.web;

/** Reads query parameters that anybody may have typed: what makes no sense is as if it were not there. */
public final class Params {
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

    /** The page number, or null for the first. */
    public static Integer page(String digits) {
        return digits != null && digits.matches("\\d{1,6}") ? Integer.valueOf(digits) : null;
    }
}
