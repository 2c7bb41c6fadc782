package de.schulpakt.platform;

/** The asker sees the thing but may not do this to it; HTTP 403. */
public final class Forbidden extends Problem {
    /** Names the permission that is missing. */
    public Forbidden(Enum<?> permission) {
        super(403, "forbidden", permission);
    }

    private Forbidden(String code, Object... args) {
        super(403, code, args);
    }

    /** The access token that asks was given single rights, and this is not one of them: {@code token.right}. */
    public static Forbidden token(Enum<?> permission) {
        return new Forbidden("token.right", new Object[] {permission});
    }

    /** The access token that asks was given single rights; what belongs to the account as a whole is not one of them: {@code token.rights}. */
    public static Forbidden token() {
        return new Forbidden("token.rights", new Object[0]);
    }
}
