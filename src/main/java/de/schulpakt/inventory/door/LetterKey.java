package de.schulpakt.inventory.door;

import de.schulpakt.platform.seal.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.Base64;

/**
 * Secret and code of links that letters carry. Both follow from a random seed and the key of the installation, so that a later letter can name the same link and the school
 * can tell the code, and yet neither stands in the database.
 */
@ApplicationScoped
class LetterKey {
    private static final BigInteger CODES = BigInteger.valueOf(100_000_000);

    @Inject
    Seal seal;

    /** What belongs together. */
    record Made(String seed, String secret, String code) {
    }

    /** A new one; null if the installation has no key. */
    Made make(long sheetId) {
        return of(sheetId, DoorKey.secret());
    }

    /** That of a seed; null if the installation has no key. */
    Made of(long sheetId, String seed) {
        return !seal.ready() ? null : new Made(seed, Base64.getUrlEncoder().withoutPadding().encodeToString(seal.sign("loan-letter:" + sheetId, seed)),
                String.format("%08d", new BigInteger(1, seal.sign("loan-letter-code:" + sheetId, seed)).mod(CODES)));
    }
}
