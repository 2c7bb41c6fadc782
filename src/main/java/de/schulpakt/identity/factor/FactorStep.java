package de.schulpakt.identity.factor;

import de.schulpakt.identity.account.SecondStep;
import de.schulpakt.identity.account.SecurityLog;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The second step of signing in. */
@UseCases
@Unguarded("It is asked of people who have not signed in yet.")
public class FactorStep implements SecondStep {
    @PersistenceContext
    EntityManager em;
    @Inject
    Codes codes;
    @Inject
    Clock clock;
    @Inject
    SecurityLog log;

    @Override
    public boolean isAsked(long userId) {
        SecondFactor factor = em.find(SecondFactor.class, userId);
        return factor != null && factor.confirmed();
    }

    @Override
    public boolean isMissing(long userId) {
        return !isAsked(userId) && demanded(em, userId);
    }

    @Override
    public Found prove(long userId, String code) {
        SecondFactor factor = em.find(SecondFactor.class, userId, LockModeType.PESSIMISTIC_WRITE);
        if (factor == null || !factor.confirmed()) {
            return Found.WRONG;
        }
        return compare(factor, code);
    }

    /** True if one of the roles of this account demands a second factor. */
    static boolean demanded(EntityManager em, long userId) {
        return Ask.of(em, Long.class, """
                select count(d) as n from FactorDemand d
                where d.role in (select r.role from RoleAssignment r where r.userId = :user)""").set("user", userId).one().orElse(0L) > 0;
    }

    /** Compares a code with a factor whose row is locked, and counts what was found. */
    Found compare(SecondFactor factor, String code) {
        Optional<byte[]> secret = codes.opened(factor);
        OptionalLong step = secret.isEmpty() || factor.spent() ? OptionalLong.empty() : codes.step(secret.get(), code);
        if (step.isPresent()) {
            return factor.count(step.getAsLong()) ? Found.RIGHT : Found.WRONG;
        }
        String hash = Codes.hash(factor.userId(), code);
        List<RecoveryCode> kept = em.createQuery("select c from RecoveryCode c where c.userId = :user and c.usedAt is null", RecoveryCode.class)
                .setParameter("user", factor.userId()).getResultList();
        Optional<RecoveryCode> recovery = kept.stream().filter(c -> c.isOf(hash)).findFirst();
        if (recovery.isPresent()) {
            recovery.get().use(clock.now());
            factor.recovered();
            log.write(SecurityLog.SecurityKind.RECOVERY_CODE_USED, factor.userId(), null, Sentence.of("said.codes_left", kept.size() - 1));
            return Found.RIGHT;
        }
        factor.failed();
        return secret.isEmpty() ? Found.UNREADABLE : factor.spent() ? Found.SPENT : Found.WRONG;
    }
}
