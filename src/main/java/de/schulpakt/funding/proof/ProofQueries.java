package de.schulpakt.funding.proof;

import de.schulpakt.platform.text.Frozen;
import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.GRANT_DRAW;

import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.funding.settlement.DrawdownQueries;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about proofs of use. Amounts in cents. */
@Queries
public class ProofQueries {
    /** A proof in a list. */
    public record Row(Long id, String no, Long applicationId, String applicationNo, String authority, ProofKind kind, ProofState state, Integer edition,
            LocalDate toOn, LocalDate submittedOn, Long spentCents, LocalDate acceptedOn, Long recognisedCents) {
    }

    /** An application of which a proof could be prepared. */
    public record Begin(Long applicationId, String applicationNo, String title, String authority, LocalDate periodTo, boolean may) {
    }

    /**
     * Grant money that is claimed back.
     *
     * @param reckonedCents interest by the rule of the programme until it was paid, or until today; null without day or rule
     */
    public record Claim(Long id, Long grantCents, Long interestCents, LocalDate fromOn, LocalDate demandedOn, LocalDate dueOn, String reference,
            String reason, LocalDate paidOn, Long reckonedCents) {
        Claim reckoned(Long cents) {
            return new Claim(id, grantCents, interestCents, fromOn, demandedOn, dueOn, reference, reason, paidOn, cents);
        }
    }

    /**
     * One proof whole.
     *
     * @param content     what was handed in, or what the rows say now while it is written
     * @param frozen      true once it was handed in
     * @param whole       false if somebody has changed what was handed in behind the program's back
     * @param differences in what the rows of today differ from what was handed in
     * @param kept        how long receipts are kept after the final proof; null if the programme has no rule for it
     * @param toGiveBackCents what is held above the grant share of what was recognised; null before it was accepted
     * @param apart       what the asker may not do because of what the asker did
     */
    public record View(Long id, String no, ProofKind kind, ProofState state, Integer edition, Long correctsId, String correctsNo, Long authorityId,
            LocalDate toOn, LocalDate submittedOn, String reference, String question, LocalDate answerByOn, LocalDate acceptedOn, ReceiptsKept.Kept kept,
            Long recognisedCents, Long toGiveBackCents, String sha256, boolean frozen, boolean whole, ProofContent content, List<Sentence> differences, List<Claim> claims,
            Integer version, Set<ProofAction> actions, Map<ProofAction, ProofAction> apart, List<HistoryEntry> timeline) {
    }

    /** What stands in the row of a proof. */
    record Stored(String no, Long applicationId, Long authorityId, ProofKind kind, ProofState state, Integer edition, Long correctsId, String correctsNo,
            LocalDate toOn, String report, String json, String sha256, LocalDate submittedOn, String reference, String question, LocalDate answerByOn,
            LocalDate acceptedOn, Long recognisedCents, Integer version) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Duties duties;
    @Inject
    History history;
    @Inject
    Clock clock;
    @Inject
    ProofFinder finder;
    @Inject
    ReceiptsKept receipts;
    @Inject
    DrawdownQueries drawdowns;

    /**
     * An application of which a proof could be prepared.
     *
     * @throws NotFound if there is none or the asker may not see it
     */
    public Begin begin(long applicationId) {
        ProofFinder.Facts facts = finder.facts(applicationId);
        guard.requireAward(APPLICATION_VIEW, applicationId, facts.authorityId());
        return new Begin(applicationId, facts.no(), facts.title(), facts.authority(), facts.periodTo(),
                facts.decided() && guard.mayAuthority(GRANT_DRAW, facts.authorityId()));
    }

    /**
     * One proof: what it says, how the rows have gone on since, what is claimed back, and what can be done.
     *
     * @throws NotFound if there is none or the asker may not see the authority's applications
     */
    public View view(long id) {
        Stored p = stored(id);
        ProofFinder.Facts facts = finder.facts(p.applicationId());
        boolean frozen = p.json() != null;
        boolean gone = p.state() == ProofState.DISCARDED;
        ProofContent now = gone || p.state() == ProofState.REPLACED ? null : finder.content(facts, p.kind(), p.kind().until(p.toOn(), clock.today()), p.edition(), p.report());
        Frozen kept = frozen ? new Frozen(p.json(), p.sha256()) : null;
        ProofContent content = frozen ? kept.content(ProofContent.class) : now;
        Set<ProofAction> actions = guard.actionsOfAuthority(ProofFlow.FLOW, p.state(), p.authorityId());
        Map<ProofAction, ProofAction> apart = duties.withhold(new Ref("Proof", id, p.no()), ProofFlow.FLOW, actions);
        return new View(id, p.no(), p.kind(), p.state(), p.edition(), p.correctsId(), p.correctsNo(), p.authorityId(), frozen ? p.toOn() : p.kind().until(p.toOn(), clock.today()), p.submittedOn(),
                p.reference(), p.question(), p.answerByOn(), p.acceptedOn(),
                receipts.of(facts.programmeId(), p.kind() == ProofKind.FINAL ? p.submittedOn() : null), p.recognisedCents(), toGiveBack(p, now, facts.share()), p.sha256(), frozen, !frozen || kept.whole(), content,
                frozen && now != null ? ProofDifferences.of(content, now) : List.of(), claims(id, facts.programmeId()), p.version(), actions, apart, history.of("Proof", id));
    }

    /** What was handed in, or what the rows say now, for papers and tables. */
    public ProofContent content(long id) {
        return content(stored(id));
    }

    ProofContent content(Stored p) {
        return p.json() != null ? new Frozen(p.json(), p.sha256()).content(ProofContent.class)
                : finder.content(finder.facts(p.applicationId()), p.kind(), p.kind().until(p.toOn(), clock.today()), p.edition(), p.report());
    }

    /**
     * What a final proof of an application would say today; null before the decision.
     *
     * @throws NotFound if there is none or the asker may not see it
     */
    public ProofContent today(long applicationId) {
        ProofFinder.Facts facts = finder.facts(applicationId);
        guard.requireAward(APPLICATION_VIEW, applicationId, facts.authorityId());
        return facts.decided() ? finder.content(facts, ProofKind.FINAL, clock.today(), 1, null) : null;
    }

    Stored stored(long id) {
        Stored p = Ask.of(em, Stored.class, """
                select p.no as no, p.applicationId as applicationId, p.authorityId as authorityId, p.kind as kind, p.state as state, p.edition as edition,
                    p.correctsId as correctsId, (select c.no from Proof c where c.id = p.correctsId) as correctsNo, p.toOn as toOn, p.report as report,
                    p.content as json, p.sha256 as sha256, p.submittedOn as submittedOn, p.reference as reference, p.question as question,
                    p.answerByOn as answerByOn, p.acceptedOn as acceptedOn, p.recognisedCents as recognisedCents, p.version as version
                from Proof p where p.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Proof", id));
        guard.requireAward(APPLICATION_VIEW, p.applicationId(), p.authorityId());
        return p;
    }

    private static Long toGiveBack(Stored p, ProofContent now, OwnShare share) {
        if (p.recognisedCents() == null || now == null) {
            return null;
        }
        Money due = share.grant(Money.of(p.recognisedCents()));
        Money award = Money.of(now.financing().awardCents());
        return Math.max(0, Money.of(now.financing().heldCents()).minus(due.compareTo(award) > 0 ? award : due).cents());
    }

    private List<Claim> claims(long id, Long programme) {
        return Ask.of(em, Claim.class, """
                select r.id as id, r.grantCents as grantCents, r.interestCents as interestCents, r.fromOn as fromOn, r.demandedOn as demandedOn,
                    r.dueOn as dueOn, r.reference as reference, r.reason as reason, r.paidOn as paidOn, nullif(r.id, r.id) as reckonedCents
                from Recovery r where r.proofId = :id and r.live = 1 order by r.id""").set("id", id).list().stream().map(r -> {
                    Money reckoned = r.fromOn() == null ? null : drawdowns.interest(programme, Money.of(r.grantCents()), r.fromOn(),
                            r.paidOn() == null ? clock.today() : r.paidOn());
                    return reckoned == null ? r : r.reckoned(reckoned.cents());
                }).toList();
    }
}
