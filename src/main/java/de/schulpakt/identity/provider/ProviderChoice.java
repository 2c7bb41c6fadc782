package de.schulpakt.identity.provider;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;

/** What administrators allow of those who come from the provider; without a row nothing. */
@Entity
@Table(name = "provider_choice")
class ProviderChoice {
    private static final int HOURS = 12;
    private static final long ONE = 1;
    @Id
    private long id;
    @Column(name = "link_by_mail")
    private boolean linkByMail;
    @Column(name = "make_accounts")
    private boolean makeAccounts;
    @Column(name = "claims_hours")
    private int claimsHours = HOURS;

    protected ProviderChoice() {
    }

    /** Null where nothing was decided. */
    static ProviderChoice of(EntityManager em) {
        return em.find(ProviderChoice.class, ONE);
    }

    static ProviderChoice locked(EntityManager em) {
        ProviderChoice kept = em.find(ProviderChoice.class, ONE, LockModeType.PESSIMISTIC_WRITE);
        if (kept == null) {
            kept = new ProviderChoice();
            kept.id = ONE;
            em.persist(kept);
        }
        return kept;
    }

    void choose(boolean byMail, boolean accounts, int hours) {
        claimsHours = hours;
        linkByMail = byMail;
        makeAccounts = accounts;
    }

    /** How many hours holds what the provider says where nothing was decided. */
    static int usualHours() {
        return HOURS;
    }

    /** How long what the provider has said holds. */
    static Duration age(EntityManager em) {
        ProviderChoice kept = of(em);
        return Duration.ofHours(kept == null ? HOURS : kept.claimsHours);
    }

    boolean linkByMail() {
        return linkByMail;
    }

    boolean makeAccounts() {
        return makeAccounts;
    }
}
