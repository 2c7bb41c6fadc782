package de.schulpakt.platform.step;

/** A command of this account with this key was carried out before, or is being carried out; nothing was done again. */
public class Repeated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Repeated(Throwable cause) {
        super("a command of this key is there", cause);
    }
}
