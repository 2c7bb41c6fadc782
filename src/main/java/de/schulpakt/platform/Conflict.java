package de.schulpakt.platform;

/** Someone changed the thing after the asker had seen it; HTTP 409. Nothing is changed, the asker looks again. */
public final class Conflict extends Problem {
    /** Names the thing that was changed meanwhile. */
    public Conflict(Ref ref) {
        super(409, "conflict", ref.no());
    }

    private Conflict(String code, Object named) {
        super(409, code, named);
    }

    /** The asker has changed it: a second click, or another tab. */
    public static Conflict own(Ref ref) {
        return new Conflict("conflict.own", ref.no());
    }

    /** Throws unless the version that the asker saw is the stored one. */
    public static void unlessSame(Ref ref, Integer seen, int stored) {
        unlessSeen(ref.no(), seen, stored);
    }

    /** The same for a thing without a number; the name may be a sentence. */
    public static void unlessSeen(Object named, Integer seen, int stored) {
        if (seen == null || seen != stored) {
            throw new Conflict("conflict", named);
        }
    }
}
