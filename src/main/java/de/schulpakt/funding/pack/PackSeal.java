package de.schulpakt.funding.pack;

import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What stands under a rule pack to show that it is whole and from whom: the last lines of the file, {@code # sha256: …} and
 * {@code # signature: …}, each once at most and in this order, for all that stands above them. To YAML they are comments.
 *
 * @param signed    what they are for
 * @param checksum  as hexadecimal digits, null if there is none
 * @param signature null if there is none
 */
record PackSeal(String signed, String checksum, String signature) {
    private static final String SUM = "# sha256:";
    private static final String SIGNATURE = "# signature:";

    /**
     * A public key.
     *
     * @param base64      X.509, as it is kept
     * @param fingerprint SHA-256 of the key
     */
    record Key(String base64, String fingerprint) {
        /** Reads what somebody entered, with or without the lines around it; refuses {@code pack_signer.key}. */
        static Key read(String entered) {
            String base64 = entered.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
            PublicKey key = key(base64);
            return new Key(Base64.getEncoder().encodeToString(key.getEncoded()), HexFormat.of().formatHex(Sha256.digest().digest(key.getEncoded())));
        }

        private static PublicKey key(String base64) {
            try {
                return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
            } catch (IllegalArgumentException | GeneralSecurityException e) {
                throw new Refused("pack_signer.key");
            }
        }
    }

    /** Reads the last lines of a file. */
    static PackSeal of(String file) {
        String rest = file.stripTrailing();
        String signature = null;
        String checksum = null;
        String last = last(rest);
        if (last.startsWith(SIGNATURE)) {
            signature = last.substring(SIGNATURE.length()).strip();
            rest = rest.substring(0, rest.length() - last.length()).stripTrailing();
            last = last(rest);
        }
        if (last.startsWith(SUM)) {
            checksum = last.substring(SUM.length()).strip();
            rest = rest.substring(0, rest.length() - last.length());
        }
        return new PackSeal(rest.stripTrailing() + "\n", checksum, signature);
    }

    private static String last(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    /** Refuses {@code pack.checksum_wrong} if a checksum stands there and is another. */
    void unlessChanged() {
        if (checksum != null && !checksum.equalsIgnoreCase(Sha256.hex(signed))) {
            throw new Refused("pack.checksum_wrong");
        }
    }

    /** True if the signature was made with the private half of a key. */
    boolean fits(String publicKey) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(Key.key(publicKey));
            check.update(signed.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return false;
        }
    }
}
