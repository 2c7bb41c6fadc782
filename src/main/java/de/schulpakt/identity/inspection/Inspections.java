package de.schulpakt.identity.inspection;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Setting;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;

/** Keeps what auditors look at. */
@UseCases
@Unguarded("An inner door: the asker was answered, and that is written down.")
public class Inspections {
    private static final int LONGEST = 400;
    private static final int USUAL_DAYS = 1_095;
    private static final int LEAST_DAYS = 30;

    @PersistenceContext
    EntityManager em;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;

    /** True if what the asker looks at is kept: who has the role of an auditor, be it as a deputy. */
    public boolean kept() {
        return current.signedIn() && current.roles().contains(Role.AUDITOR);
    }

    /** The asker was shown this address. */
    public void seen(String path) {
        em.persist(new Inspection(current.id(), current.name(), clock.now(), path.substring(0, Math.min(LONGEST, path.length()))));
    }

    /** Removes lines whose time of keeping is over; how many. */
    int forget() {
        Duration kept = Duration.ofDays(Setting.number("schulpakt.inspection.days", LEAST_DAYS, USUAL_DAYS));
        return em.createQuery("delete from Inspection i where i.seenAt < :old").setParameter("old", clock.now().minus(kept)).executeUpdate();
    }
}
