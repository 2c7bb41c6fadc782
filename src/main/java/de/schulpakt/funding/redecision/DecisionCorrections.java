package de.schulpakt.funding.redecision;

import static de.schulpakt.funding.redecision.DecisionCorrectionAction.CONFIRM;
import static de.schulpakt.funding.redecision.DecisionCorrectionAction.DROP;
import static de.schulpakt.funding.redecision.DecisionCorrectionAction.PROPOSE;
import static de.schulpakt.identity.Permission.APPLICATION_DECIDE;

import de.schulpakt.funding.application.Binding;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts right a decision that was captured wrongly: proposed by one, confirmed by another. Amounts are eligible expenditure, own share included, in
 * cents.
 */
@UseCases
public class DecisionCorrections {
    /** What a position was really granted; eligible expenditure in cents. */
    public record Granted(@NotNull Long positionId, @NotNull @PositiveOrZero @Max(100_000_000_000L) Long approvedCents) {
    }

    /**
     * Proposes what the decision really says, all of it.
     *
     * @param version   of the application, as it was seen
     * @param terms     ancillary terms that it names, null if it names none
     * @param positions what is granted; a position that is not named stays as it is
     * @param reason    why it was captured wrongly
     */
    public record Propose(@NotNull Integer version, @NotBlank @Size(max = 80) String reference, @NotNull LocalDate decidedOn, @NotNull LocalDate periodFrom,
            @NotNull LocalDate periodTo, @Size(max = 80) String terms, @Size(max = 40) String termsVersion, @NotNull List<@NotNull @Valid Granted> positions,
            @NotBlank @Size(max = 1000) String reason) {
        Binding.Decision decision() {
            return new Binding.Decision(reference.strip(), decidedOn, periodFrom, periodTo, words(terms), words(termsVersion));
        }

        private static String words(String typed) {
            return typed == null || typed.isBlank() ? null : typed.strip();
        }
    }

    /** Confirms what another has proposed. */
    public record Confirm(@NotNull Integer version, @Size(max = 1000) String note) {
    }

    /** Does not confirm it, or takes one's own proposal back. */
    public record Drop(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Binding binding;
    @Inject
    DecisionCorrectionRules rules;
    @Inject
    History history;
    @Inject
    Numbers numbers;
    @Inject
    News news;
    @Inject
    Clock clock;

    /**
     * Proposes a correction of the decision on an application. Nothing changes, and no money moves.
     *
     * @return id of the correction
     * @throws NotFound  if there is no such application or position, or the asker may not see it
     * @throws Forbidden if the asker may not record decisions
     * @throws Conflict  if the application was changed after the asker saw it
     * @throws Refused   {@code decision_correction.not_granted} where nothing was granted, {@code decision_correction.twice} while one waits,
     *                   {@code decision_correction.changes_nothing}, {@code decision_correction.later_binds} for amounts or period once a version
     *                   binds, {@code decision_correction.nothing_left}, {@code decision_correction.bound} below what is bound,
     *                   {@code decision_correction.drawn} below what is drawn, {@code position.approved_too_much}, {@code application.rest_too_much},
     *                   {@code application.decision_incomplete} for a position named twice, and as a decision for days, period and terms
     */
    public Long propose(long applicationId, @Valid Propose cmd) {
        guard.requireAuthority(APPLICATION_DECIDE, binding.of(applicationId).authorityId());
        Binding.Base base = binding.lock(applicationId);
        if (!base.decided()) {
            throw new Refused("decision_correction.not_granted", base.no());
        }
        Binding.Decision was = binding.decision(applicationId, cmd.version());
        em.createQuery("select c.no from DecisionCorrection c where c.applicationId = :id and c.state = :proposed", String.class).setParameter("id", applicationId)
                .setParameter("proposed", DecisionCorrectionState.PROPOSED).setMaxResults(1).getResultList().forEach(waiting -> {
                    throw new Refused("decision_correction.twice", base.no(), waiting);
                });
        Map<Long, Money> to = changed(base, cmd);
        Binding.Decision said = cmd.decision();
        if (to.isEmpty() && said.equals(was)) {
            throw new Refused("decision_correction.changes_nothing", base.no());
        }
        binding.mayBeCorrected(applicationId, said);
        rules.unlessFits(base, was, said, to, rules.rest(applicationId));
        DecisionCorrection correction = new DecisionCorrection(numbers.next("BB"), base, was, said, cmd.reason(), clock.now());
        em.persist(correction);
        em.flush();
        to.forEach((position, money) -> em.persist(new DecisionCorrectionLine(correction.id(), position, Money.of(base.position(position).approvedCents()), money)));
        history.record(correction.ref(), PROPOSE, Said.that("said.decision_correction_of", base.no()).andWords(cmd.reason()));
        news.tellAuthority(base.authorityId(), "message.decision_correction_proposed", correction.ref());
        return correction.id();
    }

    private static Map<Long, Money> changed(Binding.Base base, Propose cmd) {
        Map<Long, Money> to = new LinkedHashMap<>();
        Set<Long> named = new HashSet<>();
        for (Granted g : cmd.positions()) {
            Binding.Position p = base.position(g.positionId());
            if (!named.add(p.id())) {
                throw new Refused("application.decision_incomplete", base.positions().size());
            }
            if (g.approvedCents() != p.approvedCents().longValue()) {
                to.put(p.id(), Money.of(g.approvedCents()));
            }
        }
        return to;
    }

    /**
     * Confirms what another has proposed: the decision says it from now on, budgets follow by counter-postings, and the schools that were told of
     * their budgets are told.
     *
     * @throws Refused {@code duty.apart} for who proposed it, {@code decision_correction.changed_since} if the decision says something else by now,
     *                 and as {@link #propose} and {@link Binding#mayRise} for what does not fit any more
     */
    public void confirm(long id, @Valid Confirm cmd) {
        var step = steps.begin(DecisionCorrection.class, id, CONFIRM, cmd.version());
        DecisionCorrection correction = step.subject();
        Binding.Base base = binding.lock(correction.applicationId());
        if (!base.decided()) {
            throw new Refused("decision_correction.not_granted", base.no());
        }
        List<DecisionCorrectionLine> lines = lines(correction);
        if (!binding.decision(base.id(), null).equals(correction.was())
                || lines.stream().anyMatch(l -> base.position(l.positionId()).approvedCents() != l.from().cents())) {
            throw new Refused("decision_correction.changed_since", correction.no(), base.no());
        }
        Map<Long, Money> to = lines.stream().collect(Collectors.toMap(DecisionCorrectionLine::positionId, DecisionCorrectionLine::to));
        List<Sentence> said = new ArrayList<>(binding.mayBeCorrected(base.id(), correction.to()));
        rules.unlessFits(base, correction.was(), correction.to(), to, rules.rest(base.id()));
        if (lines.stream().anyMatch(l -> l.to().compareTo(l.from()) > 0)) {
            said.addAll(binding.mayRise(base.id(), lines.stream().map(l -> more(base.position(l.positionId()), l)).toList(), rules.waiting(base)));
        }
        if (!lines.isEmpty()) {
            said.addAll(binding.accompanied(base.id(), lines.stream().collect(Collectors.toMap(DecisionCorrectionLine::positionId, l -> l.to().cents()))));
        }
        step.record(Said.all(said).andWords(cmd.note()));
        news.goneOn(correction.ref());
        String words = correction.reason();
        boolean all = base.positions().stream().allMatch(p -> DecisionCorrectionRules.after(p, to) == p.appliedCents());
        binding.correct(base.id(), correction.to(), all, Said.that("said.decision_corrected", correction.no(), Money.of(base.positions().stream()
                .mapToLong(Binding.Position::approvedCents).sum()), Money.of(base.positions().stream().mapToLong(p -> DecisionCorrectionRules.after(p, to)).sum()))
                .andWords(words));
        binding.bind(base.id(), lines.stream().map(l -> bound(base.position(l.positionId()), l)).toList(), correction.reason());
        Set<Long> moved = lines.stream().map(l -> base.position(l.positionId()).schoolId()).collect(Collectors.toSet());
        rules.told(base.id()).stream().filter(t -> !moved.contains(t.schoolId()))
                .forEach(t -> news.tell(t.schoolId(), "message.decision_corrected", new Ref("Budget", t.budgetId(), base.no())));
    }

    /** Does not confirm what was proposed, or takes one's own proposal back. Nothing has changed. */
    public void drop(long id, @Valid Drop cmd) {
        news.goneOn(steps.take(DecisionCorrection.class, id, DROP, cmd.version(), cmd.reason()).ref());
    }

    private static Binding.More more(Binding.Position p, DecisionCorrectionLine line) {
        return new Binding.More(p.schoolId(), p.category(), line.to().cents() - line.from().cents());
    }

    private static Binding.Bound bound(Binding.Position p, DecisionCorrectionLine line) {
        return new Binding.Bound(line.source(), p.id(), p.schoolId(), p.category(), p.description(), Money.of(p.appliedCents()), line.to(), null);
    }

    private List<DecisionCorrectionLine> lines(DecisionCorrection correction) {
        return em.createQuery("select l from DecisionCorrectionLine l where l.correctionId = :id order by l.id", DecisionCorrectionLine.class)
                .setParameter("id", correction.id()).getResultList();
    }
}
