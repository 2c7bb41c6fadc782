package de.schulpakt.platform.step;

import de.schulpakt.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key under which a program has sent the command of this request. The first use case of the request claims it in its own
 * transaction: either both are stored or neither is.
 */
public final class Once {
    private static final ThreadLocal<Once> CURRENT = new ThreadLocal<>();
    private final Long account;
    private final String key;
    private final String print;
    private boolean claimed;
    private boolean stored;

    private Once(Long account, String key, String print) {
        this.account = account;
        this.key = key;
        this.print = print;
    }

    /**
     * The command of this request has a key.
     *
     * @param account who sends it
     * @param key     as it was sent
     * @param print   of what is sent: another command under the same key is another print
     */
    public static void begin(Long account, String key, String print) {
        CURRENT.set(new Once(account, hash(key.getBytes(StandardCharsets.UTF_8)), print));
    }

    /** The key of this request, if it has one. */
    public static Optional<Once> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The request has ended. */
    public static void forget() {
        CURRENT.remove();
    }

    /** SHA-256 as hexadecimal digits. */
    public static String hash(byte[]... parts) {
        MessageDigest digest = Sha256.digest();
        for (byte[] part : parts) {
            digest.update(part);
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** True if the command was carried out under this key. */
    public boolean stored() {
        return stored;
    }

    /** Hash of the key. */
    public String key() {
        return key;
    }

    public Long account() {
        return account;
    }

    public String print() {
        return print;
    }

    /** A transaction begins: what an earlier attempt has claimed was rolled back with it. */
    static void attempt() {
        current().filter(once -> !once.stored).ifPresent(once -> once.claimed = false);
    }

    /** A transaction is stored, and with it what it has claimed. */
    static void committed() {
        current().ifPresent(once -> once.stored = once.claimed);
    }

    /** True the first time in a transaction, and never again once it is stored. */
    boolean claims() {
        boolean first = !claimed;
        claimed = true;
        return first;
    }
}
