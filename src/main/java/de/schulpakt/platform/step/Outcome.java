package de.schulpakt.platform.step;

import de.schulpakt.platform.text.Texts;
import java.util.Locale;

/**
 * What is known of the steps that a request has taken so far. Only the one who runs use cases knows whether anything was
 * stored when something fails later: a page that says so must not guess.
 */
public final class Outcome {
    private static final ThreadLocal<Known> OF_REQUEST = ThreadLocal.withInitial(() -> Known.NOTHING);

    /** What is known. */
    public enum Known {
        /** Nothing has been stored: no use case has come to its end. */
        NOTHING,
        /** A use case has been stored; what failed came after it. */
        STORED,
        /** The answer to a commit got lost: it may have been stored or not. */
        UNKNOWN;

        /** The sentence of a code that says so; the code's own sentence if nothing was stored. */
        public String sentence(Locale locale, String code) {
            return Texts.get(locale, this == NOTHING ? code : code + "." + name().toLowerCase(Locale.ROOT));
        }
    }

    private Outcome() {
    }

    /** A request begins, or ends: nothing is known of it. */
    public static void forget() {
        OF_REQUEST.remove();
    }

    /** What is known of the request that this thread works on. */
    public static Known known() {
        return OF_REQUEST.get();
    }

    /** Notes what a use case has come to; what is worse to know stays. */
    static void note(Known known) {
        if (known.ordinal() > known().ordinal()) {
            OF_REQUEST.set(known);
        }
    }
}
