package de.schulpakt.platform;

import java.util.List;

/**
 * Something a person or a program asked for that does not happen. The code is the key of the text that explains it, the
 * arguments fill that text, the status is the one that REST answers.
 */
public abstract sealed class Problem extends RuntimeException permits Refused, NotFound, Forbidden, Conflict,
        BadParameter {
    private final String code;
    private final transient List<Object> args;
    private final int status;

    Problem(int status, String code, Object... args) {
        super(code + List.of(args));
        this.code = code;
        this.args = List.of(args);
        this.status = status;
    }

    /** Key of the text that explains it, e.g. {@code budget.not_enough}. */
    public String code() {
        return code;
    }

    /** What fills the placeholders of the text. */
    public List<Object> args() {
        return args;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }
}
