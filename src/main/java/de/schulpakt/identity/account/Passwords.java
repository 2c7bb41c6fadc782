package de.schulpakt.identity.account;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one rule for passwords and their slow hashes. The rule follows NIST SP 800-63B: a least length (8, or what
 * {@code SCHULPAKT_PASSWORD_SHORTEST} says, up to 64), no mix of kinds of characters, no expiry, but nothing that is common,
 * repeats or counts, or is the person's own name or the product's. Hashes are made few at a time, so that many who guess do
 * not slow all others; who finds no place in a few seconds is told to try again.
 */
@ApplicationScoped
class Passwords {
    static final int LONGEST = 200;
    private static final int SHORTEST = Math.max(8, Math.min(64, Setting.number("schulpakt.password.shortest", 0, 8)));
    private static final int COST = Integer.getInteger("schulpakt.password.cost", 12);
    private static final int MOST_WAITING = 40;
    private static final long LONGEST_WAIT_SECONDS = 5;
    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;
    private static final Pattern REPEATS = Pattern.compile("(.{1,4}?)\\1+");
    private static final Set<String> COMMON = common();

    private final Semaphore places = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    private volatile String nobody;

    /** How many hashes may be made at the same time; a test holds them. */
    Semaphore places() {
        return places;
    }

    /**
     * The hash of a password that may be chosen.
     *
     * @throws Refused {@code password.short}, {@code password.long}, {@code password.common} or {@code password.personal};
     *                 {@code login.busy} if too many wait
     */
    String choose(String password, String login, String name) {
        check(password, login, name);
        return hash(password);
    }

    /** The hash of any password, for accounts of the demo. */
    String hash(String password) {
        return limited(() -> new String(BCrypt.with(VERSION, new SecureRandom(), LongPasswordStrategies.hashSha512(VERSION))
                .hash(COST, bytes(password)), StandardCharsets.US_ASCII));
    }

    /** An account without a password takes as long to say no as one with another. */
    boolean matches(String password, String hash) {
        if (hash == null) {
            pretend(password);
            return false;
        }
        return limited(() -> BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
                .verify(bytes(password), hash.getBytes(StandardCharsets.US_ASCII)).verified);
    }

    /** True if a hash costs something else than those that are made now, such as one of years ago. */
    static boolean isOutdated(String hash) {
        return !hash.startsWith(String.format("$2a$%02d$", COST));
    }

    /** Takes as long as a real comparison, so that the time does not tell which logins exist. */
    void pretend(String password) {
        if (nobody == null) {
            nobody = hash("nobody has this password");
        }
        matches(password, nobody);
    }

    static void check(String password, String login, String name) {
        String text = password == null ? "" : Normalizer.normalize(password, Normalizer.Form.NFKC);
        int length = text.strip().codePointCount(0, text.strip().length());
        if (length < SHORTEST) {
            throw new Refused("password.short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw new Refused("password.long", LONGEST);
        }
        String plain = text.toLowerCase(Locale.ROOT).strip();
        String letters = plain.replaceAll("[^\\p{L}]+", "");
        if (COMMON.contains(plain) || COMMON.contains(plain.replaceAll("[^\\p{L}]+$", "")) || REPEATS.matcher(plain).matches()
                || counts(plain) || plain.codePoints().distinct().count() < 4) {
            throw new Refused("password.common");
        }
        if (letters.equals("schulpakt") || personal(plain, login) || name != null && Pattern.compile("\\s+").splitAsStream(name)
                .anyMatch(word -> personal(plain, word))) {
            throw new Refused("password.personal");
        }
    }

    /** True if little remains of the password without that word. */
    private static boolean personal(String plain, String word) {
        String known = word == null ? "" : word.toLowerCase(Locale.ROOT);
        return known.length() > 2 && plain.contains(known) && plain.length() - known.length() < 5;
    }

    /** True for 12345678, hgfedcba and the like. */
    private static boolean counts(String plain) {
        for (int step : new int[] {1, -1}) {
            boolean all = true;
            for (int i = 1; i < plain.length(); i++) {
                int difference = plain.charAt(i) - plain.charAt(i - 1);
                all &= difference == step || difference == -9 * step && Character.isDigit(plain.charAt(i));
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private <T> T limited(Supplier<T> work) {
        try {
            if (places.getQueueLength() >= MOST_WAITING || !places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused("login.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("login.busy");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }

    private static Set<String> common() {
        try (InputStream in = Passwords.class.getResourceAsStream("common-passwords.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("# ")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
