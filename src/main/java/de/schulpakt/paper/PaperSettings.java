package de.schulpakt.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** What the operator decides about papers; {@code config/schulpakt.env.example} documents each name. */
@ApplicationScoped
public class PaperSettings {
    private static final int USUAL_MB = 25;
    private static final int USUAL_GB = 50;

    /** Bytes that one file may have. */
    public long most() {
        return number("schulpakt.paper.megabytes", USUAL_MB) << 20;
    }

    /** Bytes that all contents together may have. */
    public long mostOfAll() {
        return number("schulpakt.paper.gigabytes", USUAL_GB) << 30;
    }

    /** Host and port of ClamAV, null if there is none. */
    public String scanner() {
        return text("schulpakt.clamav");
    }

    private static long number(String name, int usual) {
        String text = text(name);
        return text != null && text.matches("[1-9]\\d{0,5}") ? Long.parseLong(text) : usual;
    }

    private static String text(String name) {
        String text = System.getProperty(name, System.getenv(name.replace('.', '_').toUpperCase(Locale.ROOT)));
        return text == null || text.isBlank() ? null : text.strip();
    }
}
