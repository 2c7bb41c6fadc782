package de.schulpakt.paper;

import de.schulpakt.platform.Setting;
import jakarta.enterprise.context.ApplicationScoped;

/** What the operator decides about papers; {@code config/schulpakt.env.example} documents each name. */
@ApplicationScoped
public class PaperSettings {
    private static final int USUAL_MB = 25;
    private static final int USUAL_GB = 50;

    /** Bytes that one file may have. */
    public long most() {
        return (long) Setting.number("schulpakt.paper.megabytes", 1, USUAL_MB) << 20;
    }

    /** Bytes that all contents together may have. */
    public long mostOfAll() {
        return (long) Setting.number("schulpakt.paper.gigabytes", 1, USUAL_GB) << 30;
    }

    /** Host and port of ClamAV, null if there is none. */
    public String scanner() {
        return Setting.text("schulpakt.clamav");
    }
}
