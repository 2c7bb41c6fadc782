package de.schulpakt.funding.proof;

import de.schulpakt.platform.text.Frozen;
import static de.schulpakt.identity.Permission.GRANT_DRAW;

import de.schulpakt.funding.settlement.Reclaims;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Proofs of use: prepared, handed in and frozen, asked about, corrected by a new version, accepted, claimed back. */
@UseCases
public class Proofs {
    /**
     * A proof is begun.
     *
     * @param toOn last day of an interim proof; a final one goes until the day on which it is handed in
     */
    public record Prepare(@NotNull Long applicationId, @NotNull ProofKind kind, LocalDate toOn) {
    }

    /** Words beside the figures, and the last day of an interim proof. */
    public record Write(@NotNull Integer version, LocalDate toOn, @Size(max = 20_000) String report) {
    }

    /** Who can close a gap is told; the school is null for what concerns the application. */
    public record Tell(@NotNull Integer version, @NotNull ProofGap kind, Long schoolId) {
    }

    /** It is handed in; with open gaps the note says why. */
    public record Submit(@NotNull Integer version, @Size(max = 2000) String note) {
    }

    /** A step with its reason. */
    public record Reason(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /** The granting body asks. */
    public record Query(@NotNull Integer version, @NotBlank @Size(max = 2000) String question, LocalDate answerByOn) {
    }

    /** The granting body has checked it and recognises so much of the eligible expenditure. */
    public record Accept(@NotNull Integer version, @NotNull LocalDate acceptedOn, @NotNull @PositiveOrZero @Max(1_000_000_000_000L) Long recognisedCents,
            @Size(max = 80) String reference) {
    }

    /**
     * Grant money is claimed back, as the notice says.
     *
     * @param interestFromOn day from which interest runs, to reckon it by the rule of the programme; null if none does
     */
    public record Reclaim(@NotNull Integer version, @NotNull @Positive @Max(1_000_000_000_000L) Long grantCents,
            @NotNull @PositiveOrZero @Max(1_000_000_000_000L) Long interestCents, LocalDate interestFromOn, @NotNull LocalDate demandedOn,
            @NotNull LocalDate dueOn, @Size(max = 80) String reference, @NotBlank @Size(max = 2000) String reason) {
    }

    /** What was claimed back was paid. */
    public record PayBack(@NotNull Integer version, @NotNull Long recoveryId, @NotNull LocalDate paidOn) {
    }

    /** The payment of a recovery, or the claim itself, is put right. */
    public record Drop(@NotNull Integer version, @NotNull Long recoveryId, @NotBlank @Size(max = 2000) String reason) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    News news;
    @Inject
    ProofFinder finder;
    @Inject
    Reclaims reclaims;

    /** What of a recovery went back out of a drawdown. */
    record Part(Long drawdownId, Long grantCents) {
    }

    /**
     * Begins a proof.
     *
     * @return id of the proof
     * @throws Refused {@code proof.not_decided}, {@code proof.in_future}, {@code proof.handed_in} if a final proof was handed in: that one is
     *                 corrected; {@code proof_draft_once} if another is being written
     */
    public Long prepare(@Valid Prepare cmd) {
        ProofFinder.Facts facts = finder.facts(cmd.applicationId());
        guard.requireAuthority(GRANT_DRAW, facts.authorityId());
        if (!facts.decided()) {
            throw new Refused("proof.not_decided", facts.no());
        }
        if (cmd.kind() == ProofKind.FINAL) {
            Ask.of(em, String.class, "select p.no from Proof p where p.applicationId = :id and p.kind = :kind and p.state in :states order by p.id")
                    .set("id", cmd.applicationId()).set("kind", ProofKind.FINAL).set("states", List.of(ProofState.SUBMITTED, ProofState.QUERIED, ProofState.ACCEPTED))
                    .first().ifPresent(no -> {
                        throw new Refused("proof.handed_in", no);
                    });
        }
        Proof proof = new Proof(numbers.next("N"), cmd.applicationId(), facts.authorityId(), cmd.kind(), until(cmd.kind(), cmd.toOn()), clock.now());
        em.persist(proof);
        em.flush();
        history.record(proof.ref(), ProofAction.PREPARE, Said.that("said.proof", cmd.kind(), facts.no(), proof.toOn()));
        return proof.id();
    }

    /**
     * Writes the words beside the figures.
     *
     * @throws Refused {@code proof.in_future}
     */
    public void write(long id, @Valid Write cmd) {
        Steps.Step<Proof, ProofState, ProofAction> step = steps.begin(Proof.class, id, ProofAction.WRITE, cmd.version());
        step.subject().written(until(step.subject().kind(), cmd.toOn() == null ? step.subject().toOn() : cmd.toOn()), cmd.report());
        step.record(Said.NOTHING);
    }

    /**
     * Tells who can close a gap: the school of the devices, or the funding officers of the authority.
     *
     * @throws Refused {@code proof.no_gap} if there is none of this kind any more
     */
    public void tell(long id, @Valid Tell cmd) {
        Steps.Step<Proof, ProofState, ProofAction> step = steps.begin(Proof.class, id, ProofAction.TELL, cmd.version());
        Proof proof = step.subject();
        ProofContent.Gap gap = content(proof).gaps().stream().filter(g -> g.kind() == cmd.kind() && Objects.equals(g.schoolId(), cmd.schoolId())).findFirst()
                .orElseThrow(() -> new Refused("proof.no_gap", cmd.kind()));
        if (gap.schoolId() != null && cmd.kind().news() != null) {
            news.tell(gap.schoolId(), cmd.kind().news(), new Ref("School", gap.schoolId(), gap.school()).ofSchool(gap.schoolId()));
        } else {
            news.tellAuthority(proof.authorityId(), "message.proof_gap", proof.ref());
        }
        step.record(Said.that("said.proof_told", cmd.kind(), gap.number(), gap.school() == null ? "" : gap.school()));
    }

    /**
     * Hands it in: what it says from now on is kept with its checksum. A corrected version takes the place of the one before.
     *
     * @throws Refused {@code duty.apart} for who has prepared it, {@code proof.gaps_unexplained} with open gaps and no word about them
     */
    public void submit(long id, @Valid Submit cmd) {
        Steps.Step<Proof, ProofState, ProofAction> step = steps.begin(Proof.class, id, ProofAction.SUBMIT, cmd.version());
        Proof proof = step.subject();
        if (proof.kind() == ProofKind.FINAL) {
            proof.written(clock.today(), proof.report());
        }
        ProofContent content = content(proof);
        if (!content.gaps().isEmpty() && (cmd.note() == null || cmd.note().isBlank())) {
            throw new Refused("proof.gaps_unexplained", content.gaps().size(), content.gaps().get(0).kind());
        }
        Money spent = Money.of(content.financing().eligibleCents());
        Frozen frozen = Frozen.of(content);
        proof.submitted(clock.today(), frozen, spent);
        if (proof.correctsId() != null) {
            Proof before = Find.locked(em, Proof.class, proof.correctsId());
            history.record(before.ref(), ProofAction.REPLACE, before.follow(ProofAction.REPLACE), Said.that("said.proof_replaced", proof.ref()));
        }
        step.record(Said.that("said.proof_frozen", spent, Money.of(content.financing().grantCents()), content.gaps().size(), frozen.sha256()).andWords(cmd.note()));
    }

    /** Gives it up before it is handed in. */
    public void discard(long id, @Valid Reason cmd) {
        steps.take(Proof.class, id, ProofAction.DISCARD, cmd.version(), cmd.reason());
    }

    /**
     * Records what the granting body asks, and by when it wants an answer.
     */
    public void query(long id, @Valid Query cmd) {
        Steps.Step<Proof, ProofState, ProofAction> step = steps.begin(Proof.class, id, ProofAction.QUERY, cmd.version());
        step.subject().queried(cmd.question(), cmd.answerByOn());
        step.record((cmd.answerByOn() == null ? Said.NOTHING : Said.that("said.proof_answer_by", cmd.answerByOn())).andWords(cmd.question()));
    }

    /** The question was answered without another version. */
    public void answer(long id, @Valid Reason cmd) {
        steps.take(Proof.class, id, ProofAction.ANSWER, cmd.version(), cmd.reason());
    }

    /**
     * Begins a corrected version; the one that was handed in stands until the new one is.
     *
     * @return id of the new version
     * @throws Refused {@code proof_draft_once} if another is being written
     */
    public Long correct(long id, @Valid Reason cmd) {
        Proof proof = steps.take(Proof.class, id, ProofAction.CORRECT, cmd.version(), cmd.reason());
        Proof next = proof.corrected(numbers.next("N"), until(proof.kind(), proof.toOn()), clock.now());
        em.persist(next);
        em.flush();
        history.record(next.ref(), ProofAction.PREPARE, Said.that("said.proof_corrects", proof.ref(), next.edition()).andWords(cmd.reason()));
        return next.id();
    }

    /**
     * Records that the granting body has checked it. What of the grant waits for the checked proof can be drawn from now on.
     *
     * @throws Refused {@code duty.apart} for who has handed it in, {@code proof.in_future}, {@code proof.before_submission},
     *                 {@code proof.recognised_too_much}
     */
    public void accept(long id, @Valid Accept cmd) {
        Steps.Step<Proof, ProofState, ProofAction> step = steps.begin(Proof.class, id, ProofAction.ACCEPT, cmd.version());
        Proof proof = step.subject();
        unlessFuture(cmd.acceptedOn());
        if (cmd.acceptedOn().isBefore(proof.submittedOn())) {
            throw new Refused("proof.before_submission", cmd.acceptedOn(), proof.submittedOn());
        }
        Money recognised = Money.of(cmd.recognisedCents());
        if (recognised.compareTo(proof.spent()) > 0) {
            throw new Refused("proof.recognised_too_much", recognised, proof.spent());
        }
        proof.accepted(cmd.acceptedOn(), recognised, cmd.reference());
        step.record(Said.that("said.proof_accepted", cmd.acceptedOn(), recognised, proof.spent()));
    }

    /**
     * It was not accepted after all.
     *
     * @throws Refused {@code proof.claimed_back} while something is claimed back, {@code proof.drawn_upon} if money was drawn that waited for it
     */
    public void reopen(long id, @Valid Reason cmd) {
        Steps.Step<Proof, ProofState, ProofAction> step = steps.begin(Proof.class, id, ProofAction.REOPEN, cmd.version());
        Proof proof = step.subject();
        alone(proof.applicationId());
        if (Ask.of(em, Long.class, "select count(r) from Recovery r where r.proofId = :id and r.live = 1").set("id", id).one().orElse(0L) > 0) {
            throw new Refused("proof.claimed_back", proof.ref().no());
        }
        if (proof.kind() == ProofKind.FINAL) {
            Ask.of(em, String.class, """
                    select d.no from Drawdown d where d.applicationId = :id and d.proofAcceptedOn is not null
                        and exists (select l.id from DrawdownLine l where l.drawdownId = d.id and l.live = 1) order by d.id""")
                    .set("id", proof.applicationId()).first().ifPresent(no -> {
                        throw new Refused("proof.drawn_upon", no);
                    });
        }
        proof.notAccepted();
        step.record(Said.words(cmd.reason()));
    }

    /**
     * Records that grant money is claimed back, with interest.
     *
     * @return id of the recovery
     * @throws Refused {@code proof.in_future}, {@code proof.due_before_notice}, {@code proof.reclaim_too_much} if less is held that is not claimed yet
     */
    public Long reclaim(long id, @Valid Reclaim cmd) {
        Steps.Step<Proof, ProofState, ProofAction> step = steps.begin(Proof.class, id, ProofAction.RECLAIM, cmd.version());
        Proof proof = forced(step.subject());
        unlessFuture(cmd.demandedOn());
        unlessFuture(cmd.interestFromOn());
        if (cmd.dueOn().isBefore(cmd.demandedOn())) {
            throw new Refused("proof.due_before_notice", cmd.dueOn(), cmd.demandedOn());
        }
        alone(proof.applicationId());
        Money claimed = Money.of(Ask.of(em, Long.class, """
                select coalesce(sum(r.grantCents), 0) from Recovery r join Proof p on p.id = r.proofId
                where p.applicationId = :id and r.live = 1 and r.paidOn is null""").set("id", proof.applicationId()).one().orElse(0L));
        Money amount = Money.of(cmd.grantCents());
        Money free = reclaims.held(proof.applicationId()).minus(claimed);
        if (amount.compareTo(free) > 0) {
            throw new Refused("proof.reclaim_too_much", amount, free);
        }
        Recovery recovery = new Recovery(id, cmd);
        em.persist(recovery);
        em.flush();
        step.record(Said.that("said.proof_reclaimed", amount, Money.of(cmd.interestCents()), cmd.dueOn()).andWords(cmd.reason()));
        return recovery.id();
    }

    /**
     * Records that what was claimed back was paid: it goes out of the drawdowns, the newest first, and no expenditure becomes free.
     *
     * @throws NotFound if the proof has no such recovery
     * @throws Refused  {@code proof.in_future}, {@code proof.paid_before_notice}, {@code proof.paid_already}
     */
    public void payBack(long id, @Valid PayBack cmd) {
        Steps.Step<Proof, ProofState, ProofAction> step = steps.begin(Proof.class, id, ProofAction.PAY_BACK, cmd.version());
        Proof proof = forced(step.subject());
        Recovery recovery = recovery(proof, cmd.recoveryId());
        unlessFuture(cmd.paidOn());
        if (cmd.paidOn().isBefore(recovery.demandedOn())) {
            throw new Refused("proof.paid_before_notice", cmd.paidOn(), recovery.demandedOn());
        }
        if (recovery.paidOn() != null) {
            throw new Refused("proof.paid_already", recovery.paidOn());
        }
        recovery.paid(cmd.paidOn());
        reclaims.take(proof.applicationId(), recovery.grant(), cmd.paidOn(), proof.ref())
                .forEach((drawdown, part) -> em.persist(new RecoveryPart(recovery.id(), drawdown, part.cents())));
        step.record(Said.that("said.proof_paid_back", cmd.paidOn(), recovery.grant(), recovery.interest()));
    }

    /**
     * Puts a recovery right: of a paid one the payment is taken back, one that waits is dropped.
     *
     * @throws NotFound if the proof has no such recovery
     * @throws Refused  {@code drawdown.repaid_since} if the drawdown out of which it was paid was repaid in full since
     */
    public void drop(long id, @Valid Drop cmd) {
        Steps.Step<Proof, ProofState, ProofAction> step = steps.begin(Proof.class, id, ProofAction.DROP, cmd.version());
        Recovery recovery = recovery(forced(step.subject()), cmd.recoveryId());
        if (recovery.paidOn() == null) {
            recovery.dropped();
            step.record(Said.that("said.proof_dropped", recovery.grant()).andWords(cmd.reason()));
            return;
        }
        Map<Long, Money> parts = new LinkedHashMap<>();
        Ask.of(em, Part.class, "select x.drawdownId as drawdownId, x.grantCents as grantCents from RecoveryPart x where x.recoveryId = :id order by x.id")
                .set("id", recovery.id()).list().forEach(x -> parts.put(x.drawdownId(), Money.of(x.grantCents())));
        em.createQuery("delete from RecoveryPart x where x.recoveryId = :id").setParameter("id", recovery.id()).executeUpdate();
        step.record(Said.that("said.proof_unpaid", recovery.paidOn(), recovery.grant()).andWords(cmd.reason()));
        recovery.paid(null);
        reclaims.takeBack(parts, cmd.reason());
    }

    /** All proofs of an application answer for the same money, and drawdowns rest on them: of two at once the second waits. */
    private void alone(Long applicationId) {
        em.createNativeQuery("select id from application where id = ? for update").setParameter(1, applicationId).getResultList();
    }

    private ProofContent content(Proof proof) {
        return finder.content(finder.facts(proof.applicationId()), proof.kind(), proof.kind().until(proof.toOn(), clock.today()), proof.edition(), proof.report());
    }

    /** What hangs on the proof is in rows of its own: who has seen others must notice. */
    private Proof forced(Proof proof) {
        em.lock(proof, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        return proof;
    }

    private Recovery recovery(Proof proof, long recoveryId) {
        Recovery recovery = em.find(Recovery.class, recoveryId);
        if (recovery == null || !recovery.isOf(proof.id()) || !recovery.isLive()) {
            throw new NotFound("Recovery", recoveryId);
        }
        return recovery;
    }

    private LocalDate until(ProofKind kind, LocalDate day) {
        unlessFuture(day);
        return kind == ProofKind.FINAL || day == null ? clock.today() : day;
    }

    private void unlessFuture(LocalDate day) {
        if (day != null && day.isAfter(clock.today())) {
            throw new Refused("proof.in_future", day);
        }
    }
}
