package de.schulpakt.funding;

import static de.schulpakt.identity.Permission.PROGRAMME_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.History;
import de.schulpakt.platform.Money;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;

/** Funding programmes, their rules as data, and the ceilings of authorities. */
@UseCases
public class Programmes {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    ProgrammeQueries queries;

    /**
     * Creates a programme without rules.
     *
     * @return id of the programme
     * @throws Refused {@code programme.ends_before_start}; {@code programme_code_once} by the database
     */
    public Long create(@Valid CreateProgramme cmd) {
        guard.requireEverywhere(PROGRAMME_EDIT);
        if (cmd.endsOn().isBefore(cmd.startsOn())) {
            throw new Refused("programme.ends_before_start", cmd.startsOn(), cmd.endsOn());
        }
        Programme programme = new Programme(cmd.code().strip(), cmd.name().strip(), cmd.startsOn(), cmd.endsOn());
        em.persist(programme);
        em.flush();
        history.record(programme.ref(), ProgrammeAction.CREATE, null);
        return programme.id();
    }

    /**
     * Adds a rule that holds from a day on; what was submitted or decided before stays as it was.
     *
     * @return id of the rule
     * @throws Refused {@code programme.rule_value} if the kind cannot read the value; {@code rule_once_per_day} by the database
     */
    public Long addRule(@Valid AddRule cmd) {
        Programme programme = Find.one(em, Programme.class, cmd.programmeId());
        guard.requireEverywhere(PROGRAMME_EDIT);
        if (!cmd.kind().reads(cmd.value().strip())) {
            throw new Refused("programme.rule_value", cmd.kind(), cmd.value(), cmd.kind().example());
        }
        ProgrammeRule rule = new ProgrammeRule(programme.id(), cmd);
        em.persist(rule);
        em.flush();
        history.record(programme.ref(), ProgrammeAction.ADD_RULE, rule.label());
        return rule.id();
    }

    /** Records that a rule's value was found in an official source. */
    public void confirmRule(@Valid ConfirmRule cmd) {
        ProgrammeRule rule = Find.locked(em, ProgrammeRule.class, cmd.ruleId());
        guard.requireEverywhere(PROGRAMME_EDIT);
        if (!rule.isOf(cmd.programmeId())) {
            throw new NotFound("ProgrammeRule", cmd.ruleId());
        }
        rule.confirm(cmd);
        Programme programme = Find.one(em, Programme.class, cmd.programmeId());
        history.record(programme.ref(), ProgrammeAction.CONFIRM_RULE, rule.label() + ": " + cmd.source().strip());
    }

    /**
     * Sets how much grant money an authority may apply for.
     *
     * @throws Refused {@code ceiling.below_grants} if more is applied for already
     */
    public void setCeiling(@Valid SetCeiling cmd) {
        Programme programme = Find.one(em, Programme.class, cmd.programmeId());
        guard.requireAuthority(PROGRAMME_EDIT, cmd.authorityId());
        ProgrammeCeiling ceiling = locked(cmd.programmeId(), cmd.authorityId());
        if (ceiling == null) {
            ceiling = new ProgrammeCeiling(cmd.programmeId(), cmd.authorityId());
        } else {
            ceiling.unlessChangedSince(cmd.version());
        }
        Money amount = Money.of(cmd.ceilingCents());
        Money grants = queries.grants(cmd.programmeId(), cmd.authorityId()).grant();
        if (grants.compareTo(amount) > 0) {
            throw new Refused("ceiling.below_grants", amount, grants);
        }
        ceiling.set(amount, cmd.source(), cmd.verified());
        em.persist(ceiling);
        em.flush();
        history.record(programme.ref(), ProgrammeAction.SET_CEILING, amount.text(Locale.GERMAN));
    }

    /**
     * The ceiling of an authority, locked until the transaction ends, so that two applications at once cannot both use
     * its last part; null if there is none.
     */
    ProgrammeCeiling locked(Long programmeId, Long authorityId) {
        List<ProgrammeCeiling> found = em.createQuery("select c from ProgrammeCeiling c where c.programmeId = :programme"
                        + " and c.authorityId = :authority", ProgrammeCeiling.class)
                .setParameter("programme", programmeId).setParameter("authority", authorityId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        return found.isEmpty() ? null : found.get(0);
    }
}
