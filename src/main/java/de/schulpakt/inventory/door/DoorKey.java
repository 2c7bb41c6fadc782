package de.schulpakt.inventory.door;

import de.schulpakt.platform.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

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

    /** The secret that follows from a key that nobody can guess: the same for the same key. */
    public static String secretOf(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(Sha256.hex("door-secret:" + key)));
    }

    /** The eight digits that follow from a key that nobody can guess. */
    public static String codeOf(String key) {
        return String.format("%08d", new BigInteger(Sha256.hex("door-code:" + key), 16).mod(BigInteger.valueOf(CODES)));
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
