package de.schulpakt.platform;

/** A rule of the field forbids it; HTTP 409. The text of the code says which rule and what to do. */
public final class Refused extends Problem {
    /** Refuses with a code and what fills its text; money is given as {@link de.schulpakt.platform.text.Money}, enums as themselves. */
    public Refused(String code, Object... args) {
        super(409, code, args);
    }
}
