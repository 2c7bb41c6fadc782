package de.schulpakt.funding.settlement;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.GRANT_DRAW;

import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.ledger.SpendingSource;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about drawdowns. Amounts in cents. */
@Queries
public class DrawdownQueries {
    /** A drawdown in a list. */
    public record Row(Long id, String no, Long applicationId, String applicationNo, String authority, DrawdownState state, Long grantCents,
            LocalDate requestedOn, LocalDate receivedOn, Long receivedCents, Long repaidCents, LocalDate spendByOn) {
    }

    /**
     * What could be drawn for an application now.
     *
     * @param planned       by the plan of the programme, otherwise for what was spent
     * @param awardCents    the whole grant of the application
     * @param drawnCents    what is drawn already
     * @param eligibleCents expenditure that it would be drawn for
     * @param grantCents    what could be drawn; less than nothing: more was drawn than is due, that much is to be repaid
     * @param lines         how many expenditures or parts of the plan
     * @param may           true if the asker may draw
     */
    public record Offer(Long applicationId, String applicationNo, boolean planned, Long awardCents, Long drawnCents, Long eligibleCents,
            Long grantCents, Integer lines, List<Sentence> doubts, boolean may) {
    }

    /**
     * A line of a drawdown.
     *
     * @param eligibleCents expenditure, own share included; nothing for a part of the plan
     * @param postedAt      when it was spent; null for a part of the plan
     * @param spending      what was bought; null for a part of the plan, a correction, and what the asker may not see
     */
    public record Line(Long id, Long budgetId, Integer positionNo, Category category, Long schoolId, String school, Long postingId, String source,
            Instant postedAt, String note, Long eligibleCents, Long grantCents, SpendingSource.Spending spending) {
        Line with(SpendingSource.Spending found) {
            return new Line(id, budgetId, positionNo, category, schoolId, school, postingId, source, postedAt, note, eligibleCents, grantCents, found);
        }
    }

    /**
     * A device behind a drawdown: where it is today and who took it into service.
     *
     * @param lineId     line of the drawdown that paid it
     * @param acceptedBy null as long as it is not in service
     */
    public record Device(Long lineId, Long id, String serial, String inventoryNo, String model, Enum<?> state, Long schoolId, String school,
            String room, LocalDate bindingEndOn, Instant acceptedAt, String acceptedBy) {
    }

    /**
     * One drawdown whole.
     *
     * @param interest    what the programme's interest costs on money of the application that is or was spent late; null without a
     *                    rule for it
     * @param unspentCents money of the application that came and is not spent, grant share; null without a rule
     */
    public record View(Long id, String no, Long applicationId, String applicationNo, String decisionReference, Long authorityId, String authority,
            DrawdownState state, boolean planned, Long eligibleCents, Long grantCents, LocalDate proofAcceptedOn, LocalDate requestedOn,
            String reference, LocalDate receivedOn, Long receivedCents, Long repaidCents, LocalDate spendByOn, List<Line> lines,
            List<Device> devices, Long interestCents, Long unspentCents, Integer version, Set<DrawdownAction> actions, List<HistoryEntry> timeline) {
    }

    /** What stands in the row of a drawdown. */
    record Head(String no, Long applicationId, String applicationNo, String decisionReference, Long authorityId, String authority, Long programmeId,
            DrawdownState state, boolean planned, Long eligibleCents, Long grantCents, LocalDate proofAcceptedOn, LocalDate requestedOn,
            String reference, LocalDate receivedOn, Long receivedCents, Long repaidCents, LocalDate spendByOn, Integer version) {
    }

    /** Money of an application that came. */
    record Came(LocalDate receivedOn, LocalDate spendByOn, Long cents) {
    }

    /** What was drawn of an application, and how many lines of it for a proof that was accepted. */
    record Drawn(Long grantCents, Long proven) {
    }

    /** An expenditure of an application. */
    record Posted(Instant at, Long cents) {
    }

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int MOST_DEVICES = 2000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    Clock clock;
    @Inject
    Proposals proposals;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    Bought bought;

    /**
     * What could be drawn for an application now.
     *
     * @param proven true if the proof of use was accepted elsewhere; one that was accepted here counts in any case
     * @throws NotFound if there is no such application or the asker may not see it
     */
    public Offer offer(long applicationId, boolean proven) {
        Proposals.Facts facts = proposals.facts(applicationId);
        guard.requireAward(APPLICATION_VIEW, applicationId, facts.authorityId());
        Proposal found = proposals.of(applicationId, proven || proposals.provenOn(applicationId) != null);
        return new Offer(applicationId, facts.no(), found.planned(), found.award().cents(), found.drawn().cents(), found.eligible().cents(),
                found.grant().cents(), found.lines().size(), found.doubts(), guard.mayAuthority(GRANT_DRAW, facts.authorityId()));
    }

    /**
     * One drawdown with its lines and the devices behind them.
     *
     * @throws NotFound if there is none or the asker may not see the authority's applications
     */
    public View view(long id) {
        Head d = Ask.of(em, Head.class, """
                select d.no as no, a.id as applicationId, a.no as applicationNo, a.decisionReference as decisionReference,
                    t.id as authorityId, t.name as authority, a.programmeId as programmeId, d.state as state, d.planned as planned,
                    d.eligibleCents as eligibleCents, d.grantCents as grantCents, d.proofAcceptedOn as proofAcceptedOn,
                    d.requestedOn as requestedOn, d.reference as reference, d.receivedOn as receivedOn, d.receivedCents as receivedCents,
                    d.repaidCents as repaidCents, d.spendByOn as spendByOn, d.version as version
                from Drawdown d join Application a on a.id = d.applicationId join Authority t on t.id = d.authorityId where d.id = :id""")
                .set("id", id).one().orElseThrow(() -> new NotFound("Drawdown", id));
        guard.requireAward(APPLICATION_VIEW, d.applicationId(), d.authorityId());
        List<Line> lines = lines(id);
        Interest interest = interest(d.applicationId(), d.programmeId());
        return new View(id, d.no(), d.applicationId(), d.applicationNo(), d.decisionReference(), d.authorityId(), d.authority(), d.state(),
                d.planned(), d.eligibleCents(), d.grantCents(), d.proofAcceptedOn(), d.requestedOn(), d.reference(), d.receivedOn(),
                d.receivedCents(), d.repaidCents(), d.spendByOn(), lines, devices(lines), interest == null ? null : interest.interest().cents(),
                interest == null ? null : interest.unspent().cents(), d.version(),
                guard.actionsOfAuthority(DrawdownFlow.FLOW, d.state(), d.authorityId()), history.of("Drawdown", id));
    }

    /** The day whose mode of payment holds for what was drawn: the one on which the last drawdown that counts was drawn up, today without one. */
    @Unguarded("Inner door of the rules: an answer, to whoever may see the application.")
    public LocalDate drawnOn(long applicationId) {
        return Ask.of(em, Instant.class, """
                select d.createdAt as at_ from Drawdown d where d.applicationId = :id and exists (select l.id from DrawdownLine l where l.drawdownId = d.id and l.live = 1)
                order by d.createdAt desc, d.id desc""").set("id", applicationId).list(1).stream().findFirst().map(at -> at.atZone(BERLIN).toLocalDate()).orElseGet(clock::today);
    }

    /**
     * True if no more was drawn than is due by the mode of payment: the grant share of what was spent, or the steps of the plan that have come,
     * less what is held back, at most the whole grant; the whole grant where the programme names no mode (R14).
     *
     * @param day whose mode of payment holds, {@link #drawnOn}: a rule that begins later does not make wrong what was drawn rightly
     */
    @Unguarded("Inner door of the rules: an answer, to whoever may see the application.")
    public boolean withinDue(long applicationId, LocalDate day) {
        Proposals.Facts facts = proposals.facts(applicationId);
        if (!facts.decided()) {
            return true;
        }
        Drawn drawn = Ask.of(em, Drawn.class, """
                select coalesce(sum(l.grantCents), 0) as grantCents, sum(case when d.proofAcceptedOn is null then 0 else 1 end) as proven
                from DrawdownLine l join Drawdown d on d.id = l.drawdownId where d.applicationId = :id and l.live = 1""").set("id", applicationId).one().orElseThrow();
        boolean proven = drawn.proven() != null && drawn.proven() > 0 || proposals.provenOn(applicationId) != null;
        return drawn.grantCents() <= proposals.due(facts, Money.of(spent(applicationId)), proven, day).cents();
    }

    private long spent(long applicationId) {
        return Ask.of(em, Long.class, "select coalesce(sum(b.spentCents), 0) from Budget b where b.applicationId = :id").set("id", applicationId).one().orElse(0L);
    }

    /** True if the grant money that came is covered by the grant share of what was spent (R15). */
    @Unguarded("Inner door of the rules: an answer, to whoever may see the application.")
    public boolean allSpent(long applicationId) {
        Proposals.Facts facts = proposals.facts(applicationId);
        long held = Ask.of(em, Long.class, "select coalesce(sum(d.receivedCents), 0) - coalesce(sum(d.repaidCents), 0) from Drawdown d where d.applicationId = :id and d.receivedOn is not null")
                .set("id", applicationId).one().orElse(0L);
        return facts.ownShareBp() == null || facts.share().grant(Money.of(spent(applicationId))).cents() >= held;
    }

    private List<Line> lines(long id) {
        List<Line> lines = Ask.of(em, Line.class, """
                select l.id as id, b.id as budgetId, f.no as positionNo, b.category as category, s.id as schoolId, s.name as school,
                    l.postingId as postingId, p.source as source, p.at as postedAt, p.note as note, l.eligibleCents as eligibleCents,
                    l.grantCents as grantCents
                from DrawdownLine l join Budget b on b.id = l.budgetId join FundingPosition f on f.id = b.positionId
                    join School s on s.id = b.schoolId left join Posting p on p.id = l.postingId
                where l.drawdownId = :id order by f.no, l.id""").set("id", id).list(Proposals.MOST_LINES);
        Map<String, SpendingSource.Spending> found = bought.spendings(lines.stream().map(Line::source).toList());
        return lines.stream().map(l -> l.source() == null ? l : l.with(found.get(l.source()))).toList();
    }

    private List<Device> devices(List<Line> lines) {
        Map<Long, Long> byDevice = new HashMap<>();
        lines.stream().filter(l -> l.spending() != null).forEach(l -> l.spending().deviceIds().forEach(d -> byDevice.putIfAbsent(d, l.id())));
        return bought.devices(byDevice.keySet()).values().stream().limit(MOST_DEVICES).map(d -> new Device(byDevice.get(d.id()), d.id(), d.serial(),
                d.inventoryNo(), d.model(), d.state(), d.schoolId(), d.school(), d.room(), d.bindingEndOn(), d.acceptedAt(), d.acceptedBy())).toList();
    }

    /**
     * What interest on an amount comes to by the rule of the programme: from the day after the first until the last.
     *
     * @return null if the programme has no rule for it
     */
    @Unguarded("It reckons, and tells nothing of anybody.")
    public Money interest(long programmeId, Money amount, LocalDate from, LocalDate until) {
        Integer rate = programmes.number(RuleKind.INTEREST_BP, programmeId, until);
        return rate == null ? null : Interest.of(List.of(new Interest.Came(from, from, amount)), List.of(), rate, until).interest();
    }

    /** On all money of the application, because the first that is spent uses the first that came. */
    private Interest interest(long applicationId, long programmeId) {
        Integer rate = programmes.number(RuleKind.INTEREST_BP, programmeId, clock.today());
        if (rate == null) {
            return null;
        }
        List<Interest.Came> came = Ask.of(em, Came.class, """
                select d.receivedOn as receivedOn, d.spendByOn as spendByOn, d.receivedCents - d.repaidCents as cents from Drawdown d
                where d.applicationId = :id and d.receivedOn is not null order by d.receivedOn, d.id""").set("id", applicationId).list().stream()
                .map(c -> new Interest.Came(c.receivedOn(), c.spendByOn(), Money.of(c.cents()))).toList();
        OwnShare share = proposals.facts(applicationId).share();
        List<Interest.Spent> spent = new ArrayList<>();
        Money sum = Money.ZERO;
        for (Posted posted : Ask.of(em, Posted.class, """
                select p.at as at_, p.amountCents as cents from Posting p join Budget b on b.id = p.budgetId
                where b.applicationId = :id and p.kind in :kinds order by p.id""").set("id", applicationId)
                .set("kinds", List.of(PostingKind.SPEND, PostingKind.CORRECT)).list()) {
            Money with = sum.plus(Money.of(posted.cents()));
            spent.add(new Interest.Spent(posted.at().atZone(BERLIN).toLocalDate(), share.grant(with).minus(share.grant(sum))));
            sum = with;
        }
        return Interest.of(came, spent, rate, clock.today());
    }
}
