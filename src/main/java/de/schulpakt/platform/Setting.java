package de.schulpakt.platform;

import java.util.Locale;

/**
 * What the operator has set: the system property ({@code schulpakt.mail.host}), else the variable of the environment
 * ({@code SCHULPAKT_MAIL_HOST}).
 */
public final class Setting {
    private Setting() {
    }

    /** The value without blanks around it, null where nothing is set. */
    public static String text(String name) {
        String text = System.getProperty(name, System.getenv(name.replace('.', '_').toUpperCase(Locale.ROOT)));
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The value, or what is usual where nothing is set. */
    public static String text(String name, String usual) {
        String text = text(name);
        return text == null ? usual : text;
    }

    /** A whole number of up to six digits; what is usual where nothing is set, it is none, or it is below the least one. */
    public static int number(String name, int least, int usual) {
        String text = text(name);
        return text != null && text.matches("\\d{1,6}") && Integer.parseInt(text) >= least ? Integer.parseInt(text) : usual;
    }
}
