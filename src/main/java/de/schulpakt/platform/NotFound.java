package de.schulpakt.platform;

/** There is no such thing, or the asker may not know of it; HTTP 404. */
public final class NotFound extends Problem {
    /** Names what was looked for, e.g. {@code Request} and its id. */
    public NotFound(String what, Object id) {
        super(404, "not_found", what, String.valueOf(id));
    }
}
