package de.schulpakt.identity.account;

/**
 * What is asked of somebody whose password was right, before a session begins. The room {@code identity.factor} brings it; without
 * it the password is enough.
 */
public interface SecondStep {
    /** How a code was found. */
    enum Found {
        /** It is the right one, and has not been used before. */
        RIGHT,
        /** It is none, or one that was used already. */
        WRONG,
        /** After a hundred wrong ones in a row the device's codes count no longer; a recovery code does. */
        SPENT,
        /** The key of this installation does not open the secret; a recovery code counts. */
        UNREADABLE
    }

    /** True if this account has a second factor. */
    boolean isAsked(long userId);

    /** True if one of the account's roles demands a second factor and the account has none yet. */
    boolean isMissing(long userId);

    /** Compares a code of the device or a recovery code, which is good once. What was found is stored before it is answered. */
    Found prove(long userId, String code);
}
