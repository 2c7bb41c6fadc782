package de.schulpakt.identity.account;

import de.schulpakt.platform.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * How often somebody may guess, kept in the memory of this node. Failures empty two buckets, which fill again with time: that
 * of the address, and that of the account. Whoever comes from an address from which the account has signed in before has a
 * bucket of its own for it: strangers can slow each other down but lock nobody out. An empty bucket is a delay, never a lock.
 */
@ApplicationScoped
class SignInLimits {
    static final int ADDRESS_FAILURES = 30;
    static final int ACCOUNT_FAILURES = 10;
    private static final double ADDRESS_PER_SECOND = 0.5;
    private static final double ACCOUNT_PER_SECOND = 1 / 30.0;
    static final int ADDRESS_WISHES = 10;
    static final int ACCOUNT_WISHES = 3;
    private static final double ADDRESS_WISHES_PER_SECOND = 1 / 60.0;
    private static final double ACCOUNT_WISHES_PER_SECOND = 1 / 600.0;
    static final int ADDRESS_ASKS = 60;
    private static final double ADDRESS_ASKS_PER_SECOND = 1;
    private static final int AT_ONCE_PER_ADDRESS = 3;
    private static final int KEPT = 20_000;

    @Inject
    Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Semaphore> atOnce = new ConcurrentHashMap<>();

    /** A try that has been counted as a failure until it is given back. */
    record Try(String address, String account) {
    }

    /** Of the tries of one address only a few are compared at the same time, so that the others wait behind these few. */
    Semaphore places(String address) {
        if (atOnce.size() > KEPT) {
            atOnce.clear();
        }
        return atOnce.computeIfAbsent(net(address), a -> new Semaphore(AT_ONCE_PER_ADDRESS, true));
    }

    static Try of(String address, String login, boolean known) {
        String account = login.toLowerCase(java.util.Locale.ROOT);
        return new Try("a " + net(address), known ? "k " + account + " " + net(address) : "u " + account);
    }

    /** Counts a try before it is made, so that of many at once each counts; answers 0, or the seconds that it has to wait. */
    synchronized long begin(Try one) {
        Instant now = clock.now();
        Bucket address = bucket(one.address(), ADDRESS_FAILURES, ADDRESS_PER_SECOND, now);
        Bucket account = bucket(one.account(), ACCOUNT_FAILURES, ACCOUNT_PER_SECOND, now);
        long wait = Math.max(address.seconds(), account.seconds());
        if (wait == 0) {
            address.level--;
            account.level--;
        }
        return wait;
    }

    /** Counts a wish for a link of this name; answers 0, or the seconds that it has to wait. */
    synchronized long wish(String address, String name) {
        Instant now = clock.now();
        Bucket from = bucket("w a " + net(address), ADDRESS_WISHES, ADDRESS_WISHES_PER_SECOND, now);
        Bucket of = bucket("w u " + name.toLowerCase(java.util.Locale.ROOT), ACCOUNT_WISHES, ACCOUNT_WISHES_PER_SECOND, now);
        long wait = Math.max(from.seconds(), of.seconds());
        if (wait == 0) {
            from.level--;
            of.level--;
        }
        return wait;
    }

    /** Counts something else by address; answers 0, or the seconds that it has to wait. */
    synchronized long count(String what, String address) {
        Bucket from = bucket(what + " " + net(address), ADDRESS_ASKS, ADDRESS_ASKS_PER_SECOND, clock.now());
        long wait = from.seconds();
        if (wait == 0) {
            from.level--;
        }
        return wait;
    }

    /** Gives it back. */
    synchronized void uncount(String what, String address) {
        Bucket from = buckets.get(what + " " + net(address));
        if (from != null) {
            from.level = Math.min(ADDRESS_ASKS, from.level + 1);
        }
    }

    /** It was no failure: the address has its try back, and those of this account from here begin anew. */
    synchronized void succeeded(Try one) {
        Bucket address = buckets.get(one.address());
        if (address != null) {
            address.level = Math.min(ADDRESS_FAILURES, address.level + 1);
        }
        buckets.remove(one.account());
    }

    /** It was not compared at all. */
    synchronized void undone(Try one) {
        for (String key : new String[] {one.address(), one.account()}) {
            Bucket bucket = buckets.get(key);
            if (bucket != null) {
                bucket.level++;
            }
        }
    }

    /** An administrator lets an account be tried again at once. */
    synchronized void forget(String login) {
        String account = login.toLowerCase(java.util.Locale.ROOT);
        buckets.keySet().removeIf(key -> key.equals("u " + account) || key.startsWith("k " + account + " "));
    }

    /** Empties all buckets: nobody has failed. */
    synchronized void forgetAll() {
        buckets.clear();
    }

    private Bucket bucket(String key, int size, double perSecond, Instant now) {
        Bucket bucket = buckets.computeIfAbsent(key, k -> new Bucket(size, perSecond, now));
        bucket.fill(now);
        if (buckets.size() > KEPT) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return bucket;
    }

    /** One customer of IPv6 has a whole /64 to choose from. */
    private static String net(String address) {
        if (address == null || address.indexOf(':') < 0 || address.indexOf('.') >= 0) {
            return String.valueOf(address);
        }
        String[] parts = address.split(":");
        return String.join(":", java.util.Arrays.copyOf(parts, Math.min(4, parts.length)));
    }

    private static final class Bucket {
        private final int size;
        private final double perSecond;
        private double level;
        private Instant at;

        Bucket(int size, double perSecond, Instant at) {
            this.size = size;
            this.perSecond = perSecond;
            this.level = size;
            this.at = at;
        }

        void fill(Instant now) {
            double seconds = java.time.Duration.between(at, now).toMillis() / 1000.0;
            if (seconds > 0) {
                level = Math.min(size, level + seconds * perSecond);
            }
            at = now;
        }

        long seconds() {
            return level >= 1 ? 0 : (long) Math.ceil((1 - level) / perSecond);
        }
    }
}
