package de.schulpakt.platform.seal;

import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals values with the key of the installation, and opens them again. */
@ApplicationScoped
public class Seal {
    private static final Logger LOG = Logger.getLogger(Seal.class.getName());
    private static final String KEY = "schulpakt.key";
    private static final String OLD = "schulpakt.key.old";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Seals a value.
     *
     * @param context what it belongs to, such as {@code second-factor:17}; it opens under the same only
     * @throws Refused {@code seal.no_key} if the installation has no key, or one that is not 32 bytes in Base64
     */
    public byte[] seal(String context, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key(), nonce, context).doFinal(plain);
            byte[] out = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, out, NONCE_BYTES, sealed.length);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Opens what was sealed under this context; empty if it was sealed with another key or under another context.
     *
     * @throws Refused {@code seal.no_key}
     */
    public Optional<byte[]> open(String context, byte[] sealed) {
        byte[] key = key();
        Optional<byte[]> plain = opened(key, context, sealed);
        if (plain.isEmpty() && changing()) {
            plain = opened(read(OLD), context, sealed);
        }
        if (plain.isEmpty()) {
            LOG.log(Level.WARNING, "{0} does not open with this installation''s key (SCHULPAKT_KEY, or the file key in its folder)", context);
        }
        return plain;
    }

    /**
     * The same value, sealed with the key in force; empty if it is so already, or opens with neither key.
     *
     * @throws Refused {@code seal.no_key}
     */
    public Optional<byte[]> renewed(String context, byte[] sealed) {
        return !changing() || opened(key(), context, sealed).isPresent() ? Optional.empty() : opened(read(OLD), context, sealed).map(plain -> seal(context, plain));
    }

    /**
     * Signs a text with the key of the installation (HMAC-SHA256).
     *
     * @param context what it is for; it is good for the same only
     * @throws Refused {@code seal.no_key}
     */
    public byte[] sign(String context, String text) {
        return signature(key(), context, text);
    }

    /** True if this is the signature of a text, made with the key in force or with the former one while it is being changed. */
    public boolean signed(String context, String text, Predicate<byte[]> same) {
        byte[] now = read(KEY);
        byte[] former = read(OLD);
        return now != null && same.test(signature(now, context, text)) || former != null && same.test(signature(former, context, text));
    }

    private static byte[] signature(byte[] key, String context, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(("sign\n" + context + "\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** True if the installation has a key. */
    public boolean ready() {
        return read(KEY) != null;
    }

    /** True while the former key is named beside the one in force. */
    boolean changing() {
        return read(OLD) != null;
    }

    private static Optional<byte[]> opened(byte[] key, String context, byte[] sealed) {
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            LOG.log(Level.FINE, "another key", e);
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] key() {
        byte[] key = read(KEY);
        if (key == null) {
            throw new Refused("seal.no_key");
        }
        return key;
    }

    private static byte[] read(String setting) {
        String said = Setting.text(setting, "");
        try {
            byte[] key = Base64.getDecoder().decode(said);
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            LOG.log(Level.FINE, "no Base64", e);
        }
        return null;
    }
}
