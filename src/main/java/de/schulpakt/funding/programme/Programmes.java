package de.schulpakt.funding.programme;

import static de.schulpakt.identity.Permission.PROGRAMME_EDIT;

import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Money;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Funding programmes, their rules as data, and the ceilings of authorities. */
@UseCases
public class Programmes {
    /**
     * A new rule of a programme. Older values stay: each holds until the day before the next one of its kind and category.
     *
     * @param category null: for all categories
     * @param value    as {@link RuleKind} says
     * @param verified false: a second person reads the value in an official source and confirms it
     * @param status   what is said of the source, may be null
     */
    public record AddRule(@NotNull Long programmeId, @NotNull RuleKind kind, Category category,
            @NotBlank @Size(max = 120) String value, @NotNull LocalDate validFrom, @NotBlank @Size(max = 300) String source,
            @Size(max = 500) String sourceUrl, @NotNull Boolean verified, RuleStatus status) {
        /** A rule of whose source nothing more is said. */
        public AddRule(Long programmeId, RuleKind kind, Category category, String value, LocalDate validFrom, String source,
                String sourceUrl, Boolean verified) {
            this(programmeId, kind, category, value, validFrom, source, sourceUrl, verified, null);
        }
    }

    /** Takes a rule back. */
    public record WithdrawRule(@NotNull Long programmeId, @NotNull Long ruleId, @NotNull Integer version,
            @NotBlank @Size(max = 1000) String reason) {
    }

    /** A value that no source gives. */
    public record Open(RuleKind kind, Category category, String question) {
    }

    /** Says that the value of a rule was found in an official source, and in which. */
    public record ConfirmRule(@NotNull Long programmeId, @NotNull Long ruleId, @NotNull Integer version,
            @NotBlank @Size(max = 300) String source, @Size(max = 500) String sourceUrl) {
    }

    /**
     * A new funding programme; its rules follow one by one.
     *
     * @param code short name that people use, e.g. DigitalPakt 2.0
     */
    public record Create(@NotBlank @Size(max = 30) String code, @NotBlank @Size(max = 160) String name,
            @NotNull LocalDate startsOn, @NotNull LocalDate endsOn) {
    }

    /** What a programme that was made by hand is called, and its days, said anew. */
    public record Change(@NotNull Integer version, @NotBlank @Size(max = 30) String code, @NotBlank @Size(max = 160) String name,
            @NotNull LocalDate startsOn, @NotNull LocalDate endsOn) {
    }

    /** Take a programme back that was made by hand. */
    public record Withdraw(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    /**
     * One value for several categories: a rule for each of them, all or none; see {@link AddRule}.
     *
     * @param categories empty: one rule for all categories
     */
    public record AddRules(@NotNull RuleKind kind, @NotNull @Size(max = 20) Set<@NotNull Category> categories, @NotBlank @Size(max = 120) String value,
            @NotNull LocalDate validFrom, @NotBlank @Size(max = 300) String source, @Size(max = 500) String sourceUrl, RuleStatus status) {
    }

    /** A rule that is confirmed with others, seen in this version. */
    public record Seen(@NotNull Long ruleId, @NotNull Integer version) {
    }

    /** Says that the values of several rules were found in one official source, all or none. */
    public record ConfirmRules(@NotEmpty @Size(max = 200) List<@NotNull @Valid Seen> rules, @NotBlank @Size(max = 300) String source,
            @Size(max = 500) String sourceUrl) {
    }

    /**
     * How much grant money an authority may apply for in a programme.
     *
     * @param version      null when the authority has no ceiling yet
     * @param ceilingCents grant money, without own share
     * @param verified     false: a second person reads the amount in an official source and confirms it
     */
    public record SetCeiling(@NotNull Long programmeId, @NotNull Long authorityId, Integer version,
            @NotNull @PositiveOrZero Long ceilingCents, @NotBlank @Size(max = 300) String source, @NotNull Boolean verified) {
    }

    /** Says that the ceiling of an authority was found in an official source, and in which. */
    public record ConfirmCeiling(@NotNull Long programmeId, @NotNull Long authorityId, @NotNull Integer version,
            @NotBlank @Size(max = 300) String source) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    Duties duties;
    @Inject
    Event<ProgrammeChanging> changing;
    @Inject
    Event<CeilingSet> ceilings;
    @Inject
    Event<RuleConfirmed> confirmed;
    @Inject
    Clock clock;

    /**
     * Creates a programme without rules.
     *
     * @return id of the programme
     * @throws Refused {@code programme.ends_before_start}; {@code programme_code_once} by the database
     */
    public Long create(@Valid Create cmd) {
        guard.requireEverywhere(PROGRAMME_EDIT);
        if (cmd.endsOn().isBefore(cmd.startsOn())) {
            throw new Refused("programme.ends_before_start", cmd.startsOn(), cmd.endsOn());
        }
        Programme programme = new Programme(cmd.code().strip(), cmd.name().strip(), cmd.startsOn(), cmd.endsOn());
        em.persist(programme);
        em.flush();
        history.record(programme.ref(), ProgrammeAction.CREATE);
        return programme.id();
    }

    /**
     * Changes what a programme is called and its days.
     *
     * @throws Refused {@code programme.ends_before_start}, {@code programme.withdrawn}; {@code programme.has_applications}, {@code programme.has_awards} with what
     *                 relies on it, {@code programme.of_pack} for one that a rule pack describes; {@code programme_code_once} by the database
     */
    public void change(long id, @Valid Change cmd) {
        Programme programme = changed(id, cmd.version());
        if (cmd.endsOn().isBefore(cmd.startsOn())) {
            throw new Refused("programme.ends_before_start", cmd.startsOn(), cmd.endsOn());
        }
        Said said = Said.that("said.programme", programme.ref().no(), programme.name(), programme.startsOn(), programme.endsOn());
        programme.change(cmd);
        em.flush();
        history.record(programme.ref(), ProgrammeAction.CHANGE, said);
    }

    /**
     * Takes a programme back: nobody can apply for its money any longer, its rules and ceilings stay to be read. Refused as {@link #change} while
     * anything relies on it.
     */
    public void withdraw(long id, @Valid Withdraw cmd) {
        Programme programme = changed(id, cmd.version());
        programme.withdraw(cmd.reason(), clock.now());
        em.flush();
        history.record(programme.ref(), ProgrammeAction.WITHDRAW, Said.words(cmd.reason()));
    }

    private Programme changed(long id, Integer seen) {
        Programme programme = Find.locked(em, Programme.class, id);
        guard.requireEverywhere(PROGRAMME_EDIT);
        programme.unlessChangedSince(seen);
        programme.mustStand();
        changing.fire(new ProgrammeChanging(id));
        return programme;
    }

    /**
     * A programme that somebody is about to rely on, locked until the transaction ends.
     *
     * @throws NotFound if there is none
     * @throws Refused  {@code programme.withdrawn}
     */
    @Unguarded("Inner door: who relies on it has asked the guard.")
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public void relyOn(long id) {
        Find.locked(em, Programme.class, id).mustStand();
    }

    /**
     * Adds one value for several categories, all or none; refused as {@link #addRule}.
     *
     * @return ids of the rules, in the order of the categories
     */
    public List<Long> addRules(long programmeId, @Valid AddRules cmd) {
        Find.one(em, Programme.class, programmeId);
        guard.requireEverywhere(PROGRAMME_EDIT);
        List<Category> all = cmd.categories().isEmpty() ? Collections.singletonList(null) : List.copyOf(new TreeSet<>(cmd.categories()));
        return all.stream().map(category -> addRule(new AddRule(programmeId, cmd.kind(), category, cmd.value(), cmd.validFrom(), cmd.source(), cmd.sourceUrl(), false, cmd.status())))
                .toList();
    }

    /** Confirms several rules from one official source, all or none; refused as {@link #confirmRule}. */
    public void confirmRules(long programmeId, @Valid ConfirmRules cmd) {
        Find.one(em, Programme.class, programmeId);
        guard.requireEverywhere(PROGRAMME_EDIT);
        cmd.rules().stream().sorted(Comparator.comparing(Seen::ruleId)).distinct().forEach(seen -> confirmRule(new ConfirmRule(programmeId, seen.ruleId(), seen.version(),
                cmd.source(), cmd.sourceUrl())));
    }

    /**
     * Adds a rule that holds from a day on; what was submitted or decided before stays as it was. It is unverified until a
     * second person has confirmed it.
     *
     * @return id of the rule
     * @throws Refused {@code programme.rule_second} if it is to be verified at once, {@code programme.rule_value} if the kind cannot read the value; {@code rule_once_per_day} by the database
     */
    public Long addRule(@Valid AddRule cmd) {
        Programme programme = Find.one(em, Programme.class, cmd.programmeId());
        guard.requireEverywhere(PROGRAMME_EDIT);
        programme.mustStand();
        if (Boolean.TRUE.equals(cmd.verified())) {
            throw new Refused("programme.rule_second");
        }
        if (!cmd.kind().reads(cmd.value().strip())) {
            throw new Refused("programme.rule_value", cmd.kind(), cmd.value(), cmd.kind().example());
        }
        ProgrammeRule rule = new ProgrammeRule(programme.id(), cmd);
        em.persist(rule);
        em.flush();
        history.record(programme.ref(), ProgrammeAction.ADD_RULE, said(rule).and("said.valid_from", cmd.validFrom()));
        history.record(rule.ref(), ProgrammeAction.ADD_RULE);
        return rule.id();
    }

    /**
     * Records that a rule's value was found in an official source.
     *
     * @throws Refused {@code duty.apart} for who has set the rule: a second person looks into the source
     */
    public void confirmRule(@Valid ConfirmRule cmd) {
        ProgrammeRule rule = Find.locked(em, ProgrammeRule.class, cmd.ruleId());
        guard.requireEverywhere(PROGRAMME_EDIT);
        if (!rule.isOf(cmd.programmeId())) {
            throw new NotFound("ProgrammeRule", cmd.ruleId());
        }
        duties.apart(rule.ref(), rule.words(), ProgrammeAction.CONFIRM_RULE, List.of(ProgrammeAction.ADD_RULE));
        replaced(rule);
        rule.confirm(cmd);
        em.flush();
        confirmed.fire(new RuleConfirmed(cmd.programmeId(), rule.kind()));
        Programme programme = Find.one(em, Programme.class, cmd.programmeId());
        history.record(programme.ref(), ProgrammeAction.CONFIRM_RULE, said(rule).and("said.source", cmd.source().strip()));
    }

    /** The value that was confirmed for the same day gives way. */
    private void replaced(ProgrammeRule by) {
        em.createQuery("select r from ProgrammeRule r, ProgrammeRule n where n.id = :id and r.id <> n.id and r.programmeId = n.programmeId"
                        + " and r.kind = n.kind and r.category = n.category and r.validFrom = n.validFrom and r.verified = true"
                        + " and r.withdrawnAt is null", ProgrammeRule.class)
                .setParameter("id", by.id()).getResultList().forEach(old -> {
                    old.withdraw(by.source(), clock.now());
                    history.record(old.ref(), ProgrammeAction.WITHDRAW_RULE);
                });
        em.flush();
    }

    /**
     * Takes a rule back: at once if nobody has confirmed it. A confirmed one is withdrawn by two persons, the first of whom says
     * that it is to be, so that nobody alone allows what it forbids; until then it holds.
     *
     * @throws Refused {@code rule.withdrawn} if it was before; {@code duty.apart} for who wanted it withdrawn
     */
    public void withdrawRule(@Valid WithdrawRule cmd) {
        ProgrammeRule rule = Find.locked(em, ProgrammeRule.class, cmd.ruleId());
        guard.requireEverywhere(PROGRAMME_EDIT);
        if (!rule.isOf(cmd.programmeId())) {
            throw new NotFound("ProgrammeRule", cmd.ruleId());
        }
        if (!rule.stands()) {
            throw new Refused("rule.withdrawn", rule.words());
        }
        rule.unlessChangedSince(cmd.version());
        ProgrammeAction action = rule.verified() && !rule.withdrawalAsked() ? ProgrammeAction.ASK_WITHDRAWAL : ProgrammeAction.WITHDRAW_RULE;
        if (action == ProgrammeAction.ASK_WITHDRAWAL) {
            rule.askWithdrawal(cmd.reason());
        } else {
            duties.apart(rule.ref(), rule.words(), action, List.of(ProgrammeAction.ASK_WITHDRAWAL));
            rule.withdraw(cmd.reason(), clock.now());
        }
        em.flush();
        history.record(rule.ref(), action, Said.words(cmd.reason()));
        history.record(Find.one(em, Programme.class, cmd.programmeId()).ref(), action, said(rule).andWords(cmd.reason()));
    }

    /** What no source gives of a programme: the page asks for it until somebody enters it. Replaces what was open before. */
    @Unguarded("Inner door: who imports a pack has asked the guard.")
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public void ask(long programmeId, List<Open> questions) {
        em.createQuery("delete from RuleQuestion q where q.programmeId = :id").setParameter("id", programmeId).executeUpdate();
        questions.forEach(q -> em.persist(new RuleQuestion(programmeId, q)));
        em.flush();
    }

    /**
     * Sets how much grant money an authority may apply for. It holds when a second person has confirmed it; until then the one
     * that was confirmed before holds, and this one warns.
     *
     * @throws Refused {@code ceiling.second} if it is to be verified at once; {@code ceiling.below_grants} if more is applied
     *                 for already
     */
    public void setCeiling(@Valid SetCeiling cmd) {
        Programme programme = Find.one(em, Programme.class, cmd.programmeId());
        guard.requireAuthority(PROGRAMME_EDIT, cmd.authorityId());
        programme.mustStand();
        if (Boolean.TRUE.equals(cmd.verified())) {
            throw new Refused("ceiling.second");
        }
        ProgrammeCeiling ceiling = locked(cmd.programmeId(), cmd.authorityId());
        if (ceiling == null) {
            ceiling = new ProgrammeCeiling(cmd.programmeId(), cmd.authorityId());
        } else {
            ceiling.unlessChangedSince(cmd.version());
        }
        Money amount = Money.of(cmd.ceilingCents());
        ceilings.fire(new CeilingSet(cmd.programmeId(), cmd.authorityId(), amount));
        ceiling.set(amount, cmd.source());
        em.persist(ceiling);
        em.flush();
        history.record(ceiling.ref(), ProgrammeAction.SET_CEILING, Said.that("said.ceiling", amount).and("said.source", cmd.source().strip()));
    }

    /**
     * Records that the amount of a ceiling was found in an official source: from now on it holds.
     *
     * @throws NotFound if the authority has none
     * @throws Refused  {@code duty.apart} for who has set it last: a second person looks into the source;
     *                  {@code ceiling.below_grants} if more is applied for meanwhile
     */
    public void confirmCeiling(@Valid ConfirmCeiling cmd) {
        guard.requireAuthority(PROGRAMME_EDIT, cmd.authorityId());
        ProgrammeCeiling ceiling = locked(cmd.programmeId(), cmd.authorityId());
        if (ceiling == null) {
            throw new NotFound("ProgrammeCeiling", cmd.authorityId());
        }
        duties.apartFromLast(ceiling.ref(), ceiling.words(), ProgrammeAction.CONFIRM_CEILING, ProgrammeAction.SET_CEILING);
        ceiling.unlessChangedSince(cmd.version());
        // more may have been applied for since it was set
        ceilings.fire(new CeilingSet(cmd.programmeId(), cmd.authorityId(), ceiling.amount()));
        ceiling.confirm(cmd.source());
        history.record(ceiling.ref(), ProgrammeAction.CONFIRM_CEILING,
                Said.that("said.ceiling", ceiling.amount()).and("said.source", cmd.source().strip()));
    }

    /**
     * The ceiling of an authority, locked until the transaction ends, so that two applications at once cannot both use
     * its last part.
     *
     * @return as {@link ProgrammeQueries#ceilings}
     */
    @Unguarded("Inner door: the application that is submitted has asked the guard for its authority.")
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public List<ProgrammeQueries.Limit> lockCeiling(long programmeId, long authorityId) {
        ProgrammeCeiling ceiling = locked(programmeId, authorityId);
        return ceiling == null ? List.of() : ceiling.limits();
    }

    private ProgrammeCeiling locked(Long programmeId, Long authorityId) {
        List<ProgrammeCeiling> found = em.createQuery("select c from ProgrammeCeiling c where c.programmeId = :programme"
                        + " and c.authorityId = :authority", ProgrammeCeiling.class)
                .setParameter("programme", programmeId).setParameter("authority", authorityId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        return found.isEmpty() ? null : found.get(0);
    }

    private static Said said(ProgrammeRule rule) {
        return Said.all(List.of(rule.words()));
    }
}
