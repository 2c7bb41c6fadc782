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
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals values with the key of the installation, and opens them again. */
@ApplicationScoped
public class Seal {
    private static final Logger LOG = Logger.getLogger(Seal.class.getName());
    private static final String KEY = "schulpakt.key";
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
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key(), nonce, context).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "{0} does not open with this installation''s key (SCHULPAKT_KEY, or the file key in its folder)", context);
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
        String said = Setting.text(KEY, "");
        try {
            byte[] key = Base64.getDecoder().decode(said);
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            LOG.log(Level.FINE, "no Base64", e);
        }
        throw new Refused("seal.no_key");
    }
}
