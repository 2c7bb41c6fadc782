package de.schulpakt.platform;

import java.io.IOException;

/** A body whose length nobody had said is longer than it may be; HTTP 413. */
public final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    /** True if this is why something failed. */
    public static boolean in(Throwable failure) {
        for (Throwable t = failure; t != null && t != t.getCause(); t = t.getCause()) {
            if (t instanceof TooLarge) {
                return true;
            }
        }
        return false;
    }
}
