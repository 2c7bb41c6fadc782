package de.schulpakt.identity.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.seal.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Makes and compares codes. Six digits every thirty seconds by HMAC-SHA-1, which every authenticator app understands. */
@ApplicationScoped
class Codes {
    static final int RECOVERY_CODES = 10;
    private static final int SECRET_BYTES = 20;
    /** As many as ten signs of Base32 hold, with two bits to spare. */
    private static final int RECOVERY_BYTES = 7;
    private static final int RECOVERY_SIGNS = 10;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator TOTP = new TimeBasedOneTimePasswordGenerator();

    @Inject
    Seal seal;
    @Inject
    Clock clock;

    byte[] newSecret() {
        return random(SECRET_BYTES);
    }

    byte[] sealed(long userId, byte[] secret) {
        return seal.seal(context(userId), secret);
    }

    Optional<byte[]> opened(SecondFactor factor) {
        return seal.open(context(factor.userId()), factor.secret());
    }

    /** The step of the clock whose code this is, looking one step back and one ahead; empty if it is none of them. */
    OptionalLong step(byte[] secret, String code) {
        long seconds = TOTP.getTimeStep().toSeconds();
        long now = Math.floorDiv(clock.now().getEpochSecond(), seconds);
        byte[] typed = digits(code).getBytes(StandardCharsets.UTF_8);
        return Stream.of(now, now - 1, now + 1).filter(step -> MessageDigest.isEqual(typed,
                code(secret, Instant.ofEpochSecond(step * seconds)).getBytes(StandardCharsets.UTF_8))).mapToLong(Long::longValue).findFirst();
    }

    /** The code that a device with this secret shows at an instant. */
    static String code(byte[] secret, Instant at) {
        try {
            return TOTP.generateOneTimePasswordString(new SecretKeySpec(secret, TOTP.getAlgorithm()), at, Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret as people type it, in groups of four. */
    static String words(byte[] secret) {
        return new Base32().encodeToString(secret).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What the QR code holds, as authenticator apps read it. */
    static String address(String login, byte[] secret) {
        String name = URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/Schulpakt:" + name + "?secret=" + new Base32().encodeToString(secret) + "&issuer=Schulpakt";
    }

    List<String> newRecoveryCodes() {
        return IntStream.range(0, RECOVERY_CODES).mapToObj(i -> {
            String signs = new Base32().encodeToString(random(RECOVERY_BYTES)).substring(0, RECOVERY_SIGNS).toLowerCase(Locale.ROOT);
            return signs.substring(0, RECOVERY_SIGNS / 2) + "-" + signs.substring(RECOVERY_SIGNS / 2);
        }).toList();
    }

    /** What is kept of a recovery code, however it was typed: signs that Base32 does not have are read as those they look like. */
    static String hash(long userId, String code) {
        String plain = String.valueOf(code).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").replace('0', 'o').replace('1', 'l')
                .replace('8', 'b');
        return Sha256.hex(userId + ":" + plain);
    }

    private static String digits(String code) {
        return code == null ? "" : code.replaceAll("[\\s\\p{Cf}-]", "");
    }

    private static byte[] random(int bytes) {
        byte[] out = new byte[bytes];
        RANDOM.nextBytes(out);
        return out;
    }

    private static String context(long userId) {
        return "second-factor:" + userId;
    }
}
