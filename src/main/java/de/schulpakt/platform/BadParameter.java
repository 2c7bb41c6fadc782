package de.schulpakt.platform;

/** A query parameter that is not known here or whose value makes no sense, or a field that contradicts others; HTTP 400. Names it. */
public final class BadParameter extends Problem {
    private final String parameter;

    private BadParameter(String parameter, String code, Object... args) {
        super(400, code, args);
        this.parameter = parameter;
    }

    /** Nothing here has a parameter of this name. */
    public static BadParameter unknown(String parameter) {
        return new BadParameter(parameter, "parameter.unknown", parameter);
    }

    /** The value is none of this parameter. */
    public static BadParameter value(String parameter, String value) {
        return new BadParameter(parameter, "parameter.value", parameter, value);
    }

    /** The parameter stands there more than once: nobody knows which value was meant. */
    public static BadParameter twice(String parameter) {
        return new BadParameter(parameter, "parameter.twice", parameter);
    }

    /** So far a list is not passed over; what follows is asked for by the row after which it stands. */
    public static BadParameter deep(String parameter, int page, int last, String after) {
        return new BadParameter(parameter, "parameter.deep", parameter, page, last, after);
    }

    /** A field of a command does not fit others of it; the code says how. */
    public static BadParameter field(String field, String code, Object... args) {
        return new BadParameter(field, code, args);
    }

    /** The name of the parameter. */
    public String parameter() {
        return parameter;
    }
}
