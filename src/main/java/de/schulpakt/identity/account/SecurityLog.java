package de.schulpakt.identity.account;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What concerns the security of accounts, one line each: in a table for the administrators' page, and, once it is stored, in
 * the log {@code de.schulpakt.security}, which has a file of its own. A line cannot be forged, because control characters,
 * quotes and what turns the direction of writing are written as numbers; and not be flooded, because refusals of one kind
 * from one place are written once a minute, with how many were left out.
 */
@UseCases
@Unguarded("Writes lines only; who may read them is asked by UserQueries.")
public class SecurityLog {
    private static final Logger LOG = Logger.getLogger("de.schulpakt.security");
    private static final int LONGEST_DETAIL = 300;
    private static final int LONGEST_LOGIN = 100;
    private static final int KEPT = 2_000;
    private static final long MINUTE_MILLIS = 60_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentUser current;
    @Inject
    Event<Line> lines;
    private final Map<String, Burst> bursts = new LinkedHashMap<>(16, 0.75f, true);

    /** What is worth a line. */
    public enum SecurityKind {
        /** Signed in with a password. */
        SIGN_IN,
        /** Signed in with a browser or from a network that the account has not used before. */
        SIGN_IN_NEW,
        /** Login and password did not fit. */
        SIGN_IN_REFUSED,
        /** Too many failures: the next try has to wait. */
        SIGN_IN_SLOWED,
        /** Left. */
        SIGN_OUT,
        /** All sessions and tokens of an account were ended. */
        ALL_ENDED,
        /** One session was ended from elsewhere. */
        SESSION_ENDED,
        /** An access token was made. */
        TOKEN_MADE,
        /** An access token was revoked. */
        TOKEN_REVOKED,
        /** Somebody was refused what the own roles do not allow. */
        PERMISSION_REFUSED,
        /** A token was sent that is none, or no longer one. */
        TOKEN_REFUSED,
        /** Somebody changed the own password. */
        PASSWORD_CHANGED,
        /** An administrator gave somebody a new password; was possible once, and stands in old lines only. */
        PASSWORD_GIVEN,
        /** A link to set a password was sent by mail. */
        LINK_SENT,
        /** A link to set a password was shown to an administrator, because no letter could be sent. */
        LINK_SHOWN,
        /** Somebody changed the own mail address, after having typed the password. */
        MAIL_CHANGED,
        /** Somebody set the own password over a link. */
        PASSWORD_SET,
        /** A role waits for a second person again, because an administrator has seen the link to the password. */
        ROLE_HELD,
        /** An account was made. */
        ACCOUNT_MADE,
        /** An account may sign in again. */
        ACCOUNT_ACTIVATED,
        /** An account may no longer sign in. */
        ACCOUNT_DEACTIVATED,
        /** A number was put for the name of somebody who has left. */
        ACCOUNT_FORGOTTEN,
        /** Name or user name were put right by an administrator. */
        ACCOUNT_CORRECTED,
        /** The waiting after failures was ended by an administrator. */
        ACCOUNT_UNLOCKED,
        /** A role was given. */
        ROLE_GRANTED,
        /** A role was confirmed by a second person. */
        ROLE_CONFIRMED,
        /** A role that waited for a second person was declined. */
        ROLE_DECLINED,
        /** A role was taken back. */
        ROLE_TAKEN,
        /** A role got a last day, or lost it. */
        ROLE_LIMITED,
        /** The awards to which the role of an auditor is limited have changed. */
        AWARDS_LIMITED,
        /** A role whose last day was over went. */
        ROLE_ENDED,
        /** Somebody has named a deputy. */
        DEPUTY_NAMED,
        /** A second person has confirmed that a deputy moves money. */
        DEPUTY_CONFIRMED,
        /** A deputy was declined, or ended before the last day. */
        DEPUTY_ENDED,
        /** A code of a second factor was wrong. */
        CODE_REFUSED,
        /** A recovery code replaced the device; the detail says how many are left. */
        RECOVERY_CODE_USED,
        /** New recovery codes were made. */
        RECOVERY_CODES_MADE,
        /** A second factor was set up. */
        FACTOR_SET_UP,
        /** A second factor was switched off by its owner. */
        FACTOR_SWITCHED_OFF,
        /** A second factor was taken away by an administrator. */
        FACTOR_RESET,
        /** The roles that demand a second factor were changed. */
        FACTOR_DEMANDED,
        /** An account was connected with an identity provider. */
        PROVIDER_LINKED,
        /** An account is connected with it no longer. */
        PROVIDER_UNLINKED,
        /** What claims of the identity provider give was changed. */
        CLAIMS_CHANGED
    }

    /** A line; the texts in it are safe to print. */
    public record Line(Instant at, SecurityKind kind, Long userId, String login, String address, Long actorId, String actorName, List<Sentence> details) {
        /** The line of the file, in English. */
        String text() {
            return kind + (userId == null ? "" : " user=" + userId) + quoted(" login", login) + quoted(" address", address)
                    + quoted(" actor", actorId == null ? null : actorId + " " + actorName) + quoted(" detail", details.isEmpty() ? null
                    : safe(details.stream().map(d -> d.told(Locale.ENGLISH)).collect(Collectors.joining(" ")), LONGEST_DETAIL));
        }

        private static String quoted(String key, String value) {
            return value == null ? "" : key + "=\"" + value + "\"";
        }
    }

    /** Writes a line about an account; the actor and the address are those of this request. */
    public void write(SecurityKind kind, Long userId, String login, Sentence... details) {
        store(kind, userId, login, List.of(details));
    }

    /** Writes a refusal, or counts it when one like it was written within the minute. */
    public void writeSparely(SecurityKind kind, Long userId, String login, Sentence... details) {
        int leftOut = leftOut(kind + " " + current.address() + " " + userId);
        if (leftOut >= 0) {
            store(kind, userId, login, leftOut == 0 ? List.of(details)
                    : Stream.concat(Stream.of(Sentence.of("said.left_out", leftOut)), Stream.of(details)).toList());
        }
    }

    void print(@Observes(during = TransactionPhase.AFTER_SUCCESS) Line line) {
        LOG.info(line.text());
    }

    private void store(SecurityKind kind, Long userId, String login, List<Sentence> details) {
        Line line = new Line(clock.now(), kind, userId, safe(login, LONGEST_LOGIN), safe(current.address(), 45), current.id(),
                current.signedIn() ? safe(current.name(), 120) : null, details.stream().map(SecurityLog::safe).toList());
        em.persist(new SecurityEvent(line));
        lines.fire(line);
    }

    /** How many were left out before this one is written; -1 if this one is left out too. */
    private synchronized int leftOut(String key) {
        long now = clock.now().toEpochMilli();
        Burst burst = bursts.get(key);
        if (burst != null && Math.abs(now - burst.since) < MINUTE_MILLIS) {
            burst.leftOut++;
            return -1;
        }
        int before = burst == null ? 0 : burst.leftOut;
        bursts.put(key, new Burst(now));
        if (bursts.size() > KEPT) {
            bursts.remove(bursts.keySet().iterator().next());
        }
        return before;
    }

    /** The sentence with safe names in it. */
    private static Sentence safe(Sentence sentence) {
        return new Sentence(sentence.key(), sentence.values().stream().map(v -> v instanceof String name ? safe(name, LONGEST_DETAIL) : v).toList());
    }

    /** The text without what could end the line, close the quote or turn the direction of writing; cut to a length. */
    static String safe(String text, int longest) {
        if (text == null) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(longest).forEach(c -> {
            int type = Character.getType(c);
            boolean plain = c != '"' && c != '\\' && type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
                    && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR && type != Character.UNASSIGNED
                    && type != Character.PRIVATE_USE;
            out.append(plain ? Character.toString(c) : String.format("\\u%04x", c));
        });
        return out.length() <= longest ? out.toString() : out.substring(0, longest - 1) + "…";
    }

    private static final class Burst {
        private final long since;
        private int leftOut;

        Burst(long since) {
            this.since = since;
        }
    }
}
