package de.schulpakt.platform;

import java.util.Map;

/** Fields of a command hold what no person has typed or meant; HTTP 400. The fields say what is wrong with each. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, String> fields;

    public Unreadable(Map<String, String> fields) {
        super(fields.toString());
        this.fields = Map.copyOf(fields);
    }

    /** Field and what is wrong with it, which is the end of the key of its sentence: {@code invalid.Text}. */
    public Map<String, String> fields() {
        return fields;
    }
}
