package de.schulpakt.platform;

/** The asker sees the thing but may not do this to it; HTTP 403. */
public final class Forbidden extends Problem {
    /** Names the permission that is missing. */
    public Forbidden(Enum<?> permission) {
        super(403, "forbidden", permission);
    }
}
