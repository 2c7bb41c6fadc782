package de.schulpakt.identity;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.nio.charset.StandardCharsets;

/** Slow hashes of passwords. */
final class Passwords {
    private static final int COST = Integer.getInteger("schulpakt.password.cost", 12);
    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;
    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {
    }

    static String hash(String password) {
        byte[] hash = BCrypt.with(VERSION, new java.security.SecureRandom(), LongPasswordStrategies.hashSha512(VERSION))
                .hash(COST, password.getBytes(StandardCharsets.UTF_8));
        return new String(hash, StandardCharsets.US_ASCII);
    }

    static boolean matches(String password, String hash) {
        return BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
                .verify(password.getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.US_ASCII)).verified;
    }

    /** Takes as long as a real comparison, so that the time does not tell which logins exist. */
    static void pretend(String password) {
        matches(password, NOBODY);
    }
}
