package de.schulpakt.platform;

/** Someone changed the thing after the asker had seen it; HTTP 409. Nothing is changed, the asker looks again. */
public final class Conflict extends Problem {
    /** Names the thing that was changed meanwhile. */
    public Conflict(Ref ref) {
        super(409, "conflict", ref.no());
    }

    private Conflict(String code, Ref ref) {
        super(409, code, ref.no());
    }

    /** The asker has changed it: a second click, or another tab. */
    public static Conflict own(Ref ref) {
        return new Conflict("conflict.own", ref);
    }

    /** Throws unless the version that the asker saw is the stored one. */
    public static void unlessSame(Ref ref, Integer seen, int stored) {
        if (seen == null || seen != stored) {
            throw new Conflict(ref);
        }
    }
}
