package de.schulpakt.identity.known;

import de.schulpakt.identity.account.SecurityLog;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.register.Agents;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Setting;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Remembers from where people sign in, and tells them of somewhere new. */
@UseCases
@Unguarded("An inner door: it hears who has signed in, and each is told of oneself only.")
class KnownPlaces {
    private static final int USUAL_DAYS = 180;
    private static final int LEAST_DAYS = 7;
    private static final int GROUPS = 3;
    private static final int LONGEST_NAME = 40;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    News news;
    @Inject
    SecurityLog log;

    /** Somebody has signed in: within the transaction in which the session begins. */
    void begun(@Observes SignIn.Begun begun) {
        Instant now = clock.now();
        String named = Agents.name(begun.agent());
        String browser = named.isEmpty() ? "?" : named;
        String hash = Sha256.hex(begun.userId() + "|" + browser + "|" + network(begun.address()));
        List<KnownPlace> known = em.createQuery("select p from KnownPlace p where p.userId = :user and p.hash = :hash", KnownPlace.class)
                .setParameter("user", begun.userId()).setParameter("hash", hash).getResultList();
        if (!known.isEmpty()) {
            known.get(0).seen(now);
            return;
        }
        boolean first = em.createQuery("select count(p) from KnownPlace p where p.userId = :user", Long.class)
                .setParameter("user", begun.userId()).getSingleResult() == 0;
        em.persist(new KnownPlace(begun.userId(), hash, now));
        if (!first) {
            log.write(SecurityLog.SecurityKind.SIGN_IN_NEW, begun.userId(), begun.login(), Sentence.of("said.browser", browser));
            news.tellPerson(begun.userId(), "message.sign_in_new", new Ref("Account", begun.userId(),
                    browser.substring(0, Math.min(LONGEST_NAME, browser.length()))));
        }
    }

    /** Forgets places that were not used for long; how many. */
    int forget() {
        Duration kept = Duration.ofDays(Setting.number("schulpakt.known.place.days", LEAST_DAYS, USUAL_DAYS));
        return em.createQuery("delete from KnownPlace p where p.seenAt < :old").setParameter("old", clock.now().minus(kept)).executeUpdate();
    }

    /** The part of an address that stays the same while its owner moves about in one network. */
    static String network(String address) {
        boolean six = address.indexOf(':') >= 0;
        String[] parts = address.split(six ? ":" : "\\.");
        return String.join(six ? ":" : ".", Arrays.copyOf(parts, Math.min(GROUPS, parts.length)));
    }
}
