package de.schulpakt.inventory.door;

import de.schulpakt.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets and codes of people without an account: known to who was given them, and to nobody else. */
public final class DoorKey {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int CODES = 100_000_000;

    private DoorKey() {
    }

    /** A secret that nobody can guess. */
    public static String secret() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Eight digits. */
    public static String code() {
        return String.format("%08d", RANDOM.nextInt(CODES));
    }

    /** The hash by which a secret of a kind is found. */
    public static String hash(String kind, String secret) {
        return Sha256.hex(kind + ":" + secret);
    }

    /** The hash of a code, with its secret in it. */
    public static String hash(String kind, String secret, String code) {
        return Sha256.hex(kind + "-code:" + secret + ":" + code.replaceAll("\\D", ""));
    }

    /** Compares two hashes in a time that tells nothing. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
