package de.schulpakt.identity.provider;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.account.SecurityLog;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What administrators decide about those who come from the provider. */
@UseCases
public class ClaimRules {
    /** How many rules there may be. */
    static final long MOST = 2_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;
    @Inject
    SecurityLog log;
    @Inject
    ProviderAccounts accounts;

    /** This value of this claim gives this role there. */
    public record Add(@NotBlank @Size(max = 100) String claim, @NotBlank @Size(max = 200) String value, @NotNull @Valid Grant grant) {
    }

    /** Whether an account is found by its verified mail address the first time, whether accounts are made, and how long claims hold. */
    public record Choose(@NotNull Boolean linkByMail, @NotNull Boolean makeAccounts, @NotNull @Min(1) @Max(8760) Integer hours) {
    }

    /**
     * Adds a rule; it holds from the next sign-in on.
     *
     * @return its id
     * @throws Refused {@code user.scope} for a school administrator without a school, {@code claimrule.too_many};
     *                 {@code claim_rule_once} by the database
     */
    public Long add(@Valid Add cmd) {
        guard.requireEverywhere(USER_ADMIN);
        cmd.grant().check();
        if (em.createQuery("select count(r) from ClaimRule r", Long.class).getSingleResult() >= MOST) {
            throw new Refused("claimrule.too_many", MOST);
        }
        ClaimRule rule = new ClaimRule(cmd.claim().strip(), cmd.value().strip(), cmd.grant(), current.person(), clock.now());
        em.persist(rule);
        em.flush();
        log.write(SecurityLog.SecurityKind.CLAIMS_CHANGED, null, null, rule.said());
        return rule.id();
    }

    /** Takes a rule away; what it gave goes at the next sign-in of each person. */
    public void remove(long id) {
        guard.requireEverywhere(USER_ADMIN);
        current.person();
        ClaimRule rule = Find.locked(em, ClaimRule.class, id);
        em.remove(rule);
        log.write(SecurityLog.SecurityKind.CLAIMS_CHANGED, null, null, rule.said(), Sentence.of("said.claim_removed"));
    }

    /**
     * Decides how somebody whom no account is connected with gets one, and for how many hours holds what the provider has said: so long
     * last the sessions that begin there and the roles that claims give, counted from when it was said.
     */
    public void choose(@Valid Choose cmd) {
        guard.requireEverywhere(USER_ADMIN);
        current.person();
        ProviderChoice.locked(em).choose(cmd.linkByMail(), cmd.makeAccounts(), cmd.hours());
        em.flush();
        accounts.bindAll();
        log.write(SecurityLog.SecurityKind.CLAIMS_CHANGED, null, null, Sentence.of(cmd.linkByMail() ? "said.by_mail" : "said.not_by_mail"),
                Sentence.of(cmd.makeAccounts() ? "said.makes_accounts" : "said.makes_no_accounts"), Sentence.of("said.claims_hold", cmd.hours()));
    }

    /** Ends the connection of an account; roles that claims gave go with it. */
    public void unlink(long userId) {
        guard.requireEverywhere(USER_ADMIN);
        current.person();
        accounts.unlink(userId);
    }
}
