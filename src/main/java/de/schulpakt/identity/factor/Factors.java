package de.schulpakt.identity.factor;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.SecondStep;
import de.schulpakt.identity.account.SecurityLog;
import de.schulpakt.identity.account.Users;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What people do with their own second factor, and administrators with that of others. */
@UseCases
public class Factors {
    private static final int LONGEST_CODE = 40;

    @PersistenceContext
    EntityManager em;
    @Inject
    CurrentUser current;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Codes codes;
    @Inject
    FactorStep step;
    @Inject
    Accounts accounts;
    @Inject
    Users users;
    @Inject
    History history;
    @Inject
    SecurityLog log;

    /** What a device needs: the secret to type, or the address that a QR code holds. Both are told this once. */
    public record Setup(String secret, String address) {
    }

    /** A code that the device shows, or a recovery code. */
    public record Prove(@NotBlank @Size(max = LONGEST_CODE) String code) {
    }

    /** The roles that sign in with a second factor. */
    public record Demand(@NotNull Set<Role> roles) {
    }

    /**
     * Makes a secret for the own device. It is not asked for before {@link #confirm} has seen a code of it; an older one that was
     * never confirmed is forgotten.
     *
     * @throws Refused {@code factor.exists} if there is one already; {@code seal.no_key} if the installation has no key
     */
    @Unguarded("Only what belongs to the asker.")
    public Setup begin() {
        Long user = current.person();
        byte[] secret = codes.newSecret();
        byte[] sealed = codes.sealed(user, secret);
        SecondFactor kept = em.find(SecondFactor.class, user, LockModeType.PESSIMISTIC_WRITE);
        if (kept == null) {
            em.persist(new SecondFactor(user, sealed, clock.now()));
        } else if (kept.confirmed()) {
            throw new Refused("factor.exists");
        } else {
            kept.begin(sealed, clock.now());
        }
        return new Setup(Codes.words(secret), Codes.address(current.login(), secret));
    }

    /**
     * Begins to ask for the second factor, once the device has shown a right code. All other sessions and all tokens end.
     *
     * @return ten recovery codes, told this once
     * @throws NotFound if none was begun
     * @throws Refused  {@code factor.exists}, {@code login.code_wrong}
     */
    @Unguarded("Only what belongs to the asker.")
    public List<String> confirm(@Valid Prove cmd) {
        SecondFactor factor = own();
        if (factor.confirmed()) {
            throw new Refused("factor.exists");
        }
        // a wrong one is no guess at a secret: the asker could as well begin anew
        if (step.compare(factor, cmd.code()) != SecondStep.Found.RIGHT) {
            throw new Refused("login.code_wrong");
        }
        factor.confirm(clock.now());
        accounts.endAllOthers();
        record(factor.userId(), current.login(), FactorAction.SET_UP, SecurityLog.SecurityKind.FACTOR_SET_UP);
        return newCodes(factor.userId());
    }

    /** Ten new recovery codes in place of the old ones; {@link FactorProofs} has seen a code. */
    @Unguarded("Only what belongs to the asker.")
    List<String> renewCodes() {
        SecondFactor factor = confirmed();
        record(factor.userId(), current.login(), FactorAction.RENEW_CODES, SecurityLog.SecurityKind.RECOVERY_CODES_MADE);
        return newCodes(factor.userId());
    }

    /** No second factor any more; {@link FactorProofs} has seen a code. */
    @Unguarded("Only what belongs to the asker.")
    void switchOff() {
        SecondFactor factor = confirmed();
        requireNotDemanded();
        remove(factor);
        accounts.endAllOthers();
        record(factor.userId(), current.login(), FactorAction.SWITCH_OFF, SecurityLog.SecurityKind.FACTOR_SWITCHED_OFF);
    }

    /** Refuses {@code factor.demanded} if one of the own roles demands a second factor. */
    @Unguarded("Only what belongs to the asker.")
    void requireNotDemanded() {
        if (FactorStep.demanded(em, current.person())) {
            throw new Refused("factor.demanded");
        }
    }

    /**
     * Takes somebody's second factor away, because device and recovery codes are lost. Sessions and tokens of the account end;
     * where a role demands a second factor, the next sign-in sets up a new one.
     *
     * @throws NotFound if the account has none
     * @throws Refused  {@code factor.not_own}: nobody gets around the own one
     */
    public void reset(long userId) {
        guard.requireEverywhere(USER_ADMIN);
        if (Long.valueOf(userId).equals(current.id())) {
            throw new Refused("factor.not_own");
        }
        SecondFactor factor = Find.locked(em, SecondFactor.class, userId);
        remove(factor);
        users.endAll(userId);
        record(userId, null, FactorAction.RESET, SecurityLog.SecurityKind.FACTOR_RESET);
    }

    /**
     * Says which roles sign in with a second factor, from the next sign-in on.
     *
     * @throws Refused {@code factor.first_own} if the asker has a role of these and no second factor: who demands it knows it
     */
    public void demand(@Valid Demand cmd) {
        guard.requireEverywhere(USER_ADMIN);
        Set<Role> wanted = cmd.roles().isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(cmd.roles());
        if (current.roles().stream().anyMatch(wanted::contains) && !step.isAsked(current.id())) {
            throw new Refused("factor.first_own");
        }
        List<FactorDemand> kept = em.createQuery("select d from FactorDemand d order by d.role", FactorDemand.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        kept.stream().filter(d -> !wanted.contains(d.role())).forEach(em::remove);
        wanted.stream().filter(role -> kept.stream().noneMatch(d -> d.role() == role))
                .forEach(role -> em.persist(new FactorDemand(role, clock.now())));
        log.write(SecurityLog.SecurityKind.FACTOR_DEMANDED, null, null, Sentence.of("said.roles", wanted));
    }

    private List<String> newCodes(long userId) {
        deleteCodes(userId);
        List<String> made = codes.newRecoveryCodes();
        made.forEach(code -> em.persist(new RecoveryCode(userId, Codes.hash(userId, code))));
        return made;
    }

    private void remove(SecondFactor factor) {
        deleteCodes(factor.userId());
        em.remove(factor);
    }

    private void deleteCodes(long userId) {
        em.createQuery("delete from RecoveryCode c where c.userId = :user").setParameter("user", userId).executeUpdate();
    }

    private SecondFactor own() {
        return Find.locked(em, SecondFactor.class, current.person());
    }

    private SecondFactor confirmed() {
        SecondFactor factor = own();
        if (!factor.confirmed()) {
            throw new NotFound("SecondFactor", factor.userId());
        }
        return factor;
    }

    private void record(long userId, String login, FactorAction action, SecurityLog.SecurityKind kind) {
        history.record(new Ref("User", userId, login).ofNobody(), action);
        log.write(kind, userId, login);
    }
}
