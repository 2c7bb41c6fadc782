package de.schulpakt.overview.home;

import java.time.LocalDate;

/**
 * A day that must not be missed.
 *
 * @param subject number or name of what it concerns
 * @param id      application, school, programme; null if there is none
 * @param count   devices, for the end of a binding; else null
 * @param days    days left, negative when it is past
 */
public record Deadline(DeadlineKind kind, String subject, Long id, Long count, LocalDate on, Long days) {
    private static final int SOON = 14;
    private static final int NEAR = 60;

    /** How urgent it looks: bad within two weeks, to be minded within sixty days. */
    public String tone() {
        return days <= SOON ? "bad" : days <= NEAR ? "wait" : "mute";
    }
}
