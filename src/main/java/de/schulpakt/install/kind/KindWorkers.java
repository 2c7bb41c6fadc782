package de.schulpakt.install.kind;

/** Who may take the tickets of a kind and work on them, beside the permission that all of them need. */
public enum KindWorkers {
    /** Every technician of the place. */
    TECHNICIANS,
    /** By role: technicians of the authority or of the whole installation, not those of one school only. */
    OFFICE,
    /** Who is in the team of that name today, at the authority of the place. */
    TEAM,
    /** Who has entered the skill for this kind. */
    SKILL
}
