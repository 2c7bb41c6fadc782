package de.schulpakt.funding.settlement;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.GRANT_DRAW;

import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.ledger.SpendingSource;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.funding.programme.Payout;
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
import de.schulpakt.platform.text.SentenceJson;
import de.schulpakt.school.place.SchoolType;
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
import java.util.Objects;
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
     * @param open          what was spent and not drawn, whether it is proposed or taken along, and why not; nothing by the plan
     * @param parts         what the plan brings each position now; nothing for what was spent
     * @param may           true if the asker may draw
     */
    public record Offer(Long applicationId, String applicationNo, boolean planned, Long awardCents, Long drawnCents, Long eligibleCents,
            Long grantCents, Integer lines, List<OpenLine> open, List<PlanPart> parts, List<Sentence> doubts, boolean may) {
    }

    /**
     * An expenditure that was not drawn.
     *
     * @param postedAt     when it was spent
     * @param eligibleCents own share included; less than nothing for what was taken back
     * @param grantCents   what it brings; nothing while it is not taken along
     * @param spending     what was bought; null for a correction, and for what the asker may not see
     * @param proposed     true if nothing speaks against it, or only a warning
     * @param taken        true if it goes along
     * @param forced       true if it was taken back: nobody leaves it out
     * @param forbidden    true if a confirmed rule forbids to draw it now
     * @param reasons      what speaks against it
     */
    public record OpenLine(Long postingId, Long budgetId, Integer positionNo, Category category, Long schoolId, String school, Instant postedAt, String note,
            Long eligibleCents, Long grantCents, SpendingSource.Spending spending, boolean proposed, boolean taken, boolean forced, boolean forbidden,
            List<Sentence> reasons) {
    }

    /**
     * What the plan brings a position now.
     *
     * @param taken   true if it goes along; false if a confirmed rule holds it back, so that it comes later
     * @param reasons what speaks against it
     */
    public record PlanPart(Long budgetId, Integer positionNo, Category category, Long schoolId, String school, Long grantCents, boolean taken, List<Sentence> reasons) {
    }

    /** What was drawn for mobile devices of a general-education school in a programme, expenditure in cents. */
    public record MobileDrawn(Long schoolId, String school, Long cents) {
    }

    /** A general-education school. */
    record General(Long id, String name) {
    }

    /**
     * A line of a drawdown.
     *
     * @param eligibleCents expenditure, own share included; nothing for a part of the plan
     * @param postedAt      when it was spent; null for a part of the plan
     * @param spending      what was bought; null for a part of the plan, a correction, and what the asker may not see
     * @param doubts        what rules that nobody had confirmed said against it when it was taken along
     */
    public record Line(Long id, Long budgetId, Integer positionNo, Category category, Long schoolId, String school, Long postingId, String source,
            Instant postedAt, String note, Long eligibleCents, Long grantCents, SpendingSource.Spending spending, List<Sentence> doubts) {
        /** What the drawdown does not ask for, the own share and what is held back; null for a part of the plan. */
        public Long ownShareCents() {
            return postingId == null ? null : eligibleCents - grantCents;
        }
    }

    /** What stands in the row of a line. */
    record Kept(Long id, Long budgetId, Integer positionNo, Category category, Long schoolId, String school, Long postingId, String source,
            Instant postedAt, String note, Long eligibleCents, Long grantCents, String doubts) {
        Line with(SpendingSource.Spending found, boolean limited) {
            return new Line(id, budgetId, positionNo, category, schoolId, school, postingId, source, postedAt, note, eligibleCents, grantCents, found,
                    doubts == null ? List.of() : SentenceJson.read(doubts).stream().map(said -> shown(said, limited)).toList());
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
     * @param interestCents what the programme's interest costs on money of the application that is or was spent late; null without a
     *                    rule for it
     * @param interestFreeCents up to which it is not claimed; null without a confirmed rule
     * @param unspentCents money of the application that came and is not spent, grant share; null without a rule
     */
    public record View(Long id, String no, Long applicationId, String applicationNo, String decisionReference, Long authorityId, String authority,
            DrawdownState state, boolean planned, Long eligibleCents, Long grantCents, LocalDate proofAcceptedOn, LocalDate requestedOn,
            String reference, LocalDate receivedOn, Long receivedCents, Long repaidCents, LocalDate spendByOn, List<Line> lines,
            List<Device> devices, Long interestCents, Long interestFreeCents, Long unspentCents, Integer version, Set<DrawdownAction> actions, List<HistoryEntry> timeline) {
        /** True if interest has come to so little that it is not claimed. */
        public boolean interestFree() {
            return interestCents != null && interestCents > 0 && interestFreeCents != null && interestCents <= interestFreeCents;
        }

        /** What the lines do not ask for, the own share and what is held back; nothing by the plan. */
        public Long ownShareCents() {
            return lines.stream().map(Line::ownShareCents).filter(Objects::nonNull).mapToLong(Long::longValue).sum();
        }

        /** Discounts on the invoices of the lines, net, each part of an invoice once and with the sign of its line. */
        public Long discountCents() {
            Map<String, Long> once = new HashMap<>();
            lines.stream().filter(l -> l.spending() != null && l.spending().bill() != null).forEach(l -> once.putIfAbsent(Bought.cause(l.source()),
                    Long.signum(l.eligibleCents()) * Math.abs(l.spending().bill().discountCents())));
            return once.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** What stands in the row of a drawdown. */
    record Head(String no, Long applicationId, String applicationNo, String decisionReference, Long authorityId, String authority, Long programmeId,
            DrawdownState state, boolean planned, Long eligibleCents, Long grantCents, LocalDate proofAcceptedOn, LocalDate requestedOn,
            String reference, LocalDate receivedOn, Long receivedCents, Long repaidCents, LocalDate spendByOn, Integer version) {
    }

    /** Money of an application that came. */
    record Came(LocalDate receivedOn, LocalDate spendByOn, Long cents) {
    }

    /**
     * Whether a drawdown was within what was due (R14).
     *
     * @param day    on which it was drawn up
     * @param named  true if the programme named a mode of payment for that day
     * @param within true if it was
     */
    public record Due(Long id, LocalDate day, boolean named, boolean within) {
    }

    /** A drawdown that counts: neither given up nor repaid as a whole. */
    record Counts(Long id, Instant createdAt, LocalDate proofAcceptedOn, Long grantCents) {
        LocalDate day() {
            return createdAt.atZone(BERLIN).toLocalDate();
        }
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
    DrawdownRules rules;
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
        return offer(applicationId, proven, null);
    }

    /**
     * What could be drawn for an application now, of expenditures that somebody has chosen.
     *
     * @param chosen by posting; null: what the rules propose
     * @throws NotFound if there is no such application or the asker may not see it
     */
    public Offer offer(long applicationId, boolean proven, Set<Long> chosen) {
        Proposals.Facts facts = proposals.facts(applicationId);
        guard.requireAward(APPLICATION_VIEW, applicationId, facts.authorityId());
        Proposal found = proposals.of(applicationId, proven || proposals.provenOn(applicationId) != null, chosen);
        return new Offer(applicationId, facts.no(), found.planned(), found.award().cents(), found.drawn().cents(), found.eligible().cents(),
                found.grant().cents(), found.lines().size(), open(found, guard.limited()), parts(found, guard.limited()), found.doubts(), guard.mayAuthority(GRANT_DRAW, facts.authorityId()));
    }

    private static List<OpenLine> open(Proposal proposal, boolean limited) {
        Map<Long, Long> grants = new HashMap<>();
        proposal.lines().stream().filter(l -> l.postingId() != null).forEach(l -> grants.put(l.postingId(), l.grant().cents()));
        return proposal.open().stream().map(j -> new OpenLine(j.open().postingId(), j.open().budgetId(), j.open().positionNo(), j.open().category(), j.open().schoolId(),
                j.open().school(), j.open().at(), j.open().note(), j.amount().cents(), grants.getOrDefault(j.open().postingId(), 0L), j.spending(), j.proposed(), j.taken(),
                j.amount().cents() <= 0 && j.taken(), j.forbidden(), j.reasons().stream().map(r -> shown(r.words(), limited)).toList())).toList();
    }

    private static List<PlanPart> parts(Proposal proposal, boolean limited) {
        return proposal.parts().stream().map(p -> new PlanPart(p.of().budgetId(), p.of().positionNo(), p.of().category(), p.of().schoolId(), p.of().school(), p.grant().cents(),
                p.taken(), p.reasons().stream().map(r -> shown(r.words(), limited)).toList())).toList();
    }

    /**
     * What was drawn of a programme for the mobile devices of the general-education schools for which a drawdown asks (R11), by the plan the
     * expenditure that its grant stands for.
     */
    @Unguarded("Inner door of the rules: an answer, to whoever may see the application.")
    public List<MobileDrawn> mobileDrawn(long programmeId, long drawdownId) {
        List<General> schools = Ask.of(em, General.class, """
                select distinct s.id as id, s.name as name from DrawdownLine z join Budget q on q.id = z.budgetId join School s on s.id = q.schoolId
                where z.drawdownId = :id and q.category = :mobile and s.type <> :vocational order by s.name, s.id""").set("id", drawdownId)
                .set("mobile", Category.MOBILE_DEVICE).set("vocational", SchoolType.VOCATIONAL).list();
        if (schools.isEmpty()) {
            return List.of();
        }
        Map<Long, Long> sums = new HashMap<>();
        rules.mobileDrawn(programmeId, schools.stream().map(General::id).toList()).forEach(m -> sums.merge(m.schoolId(), m.cents(), Long::sum));
        return schools.stream().map(s -> new MobileDrawn(s.id(), s.name(), sums.getOrDefault(s.id(), 0L))).toList();
    }

    /** What was drawn of all awards together is not for who sees some of them. */
    private static Sentence shown(Sentence said, boolean limited) {
        return limited && said.key().equals("drawdown.mobile_cap") ? Sentence.of(said.key(), said.values().get(0), said.values().get(1), "–", said.values().get(3)) : said;
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
                interest == null ? null : interestFree(d.programmeId(), clock.today()), interest == null ? null : interest.unspent().cents(), d.version(),
                guard.actionsOfAuthority(DrawdownFlow.FLOW, d.state(), d.authorityId()), history.of("Drawdown", id));
    }

    /**
     * Whether each drawdown that counts was within what was due when it was drawn up (R14), the oldest first: with those before it, the grant share of
     * what was spent by then, or the steps of the plan that had come, less what was held back, at most the whole grant; the whole grant where the
     * programme named no mode of payment on that day. The newest is held to what is spent today: what was taken back since is to be repaid.
     */
    @Unguarded("Inner door of the rules: an answer, to whoever may see the application.")
    public List<Due> due(long applicationId) {
        Proposals.Facts facts = proposals.facts(applicationId);
        List<Counts> all = Ask.of(em, Counts.class, """
                select d.id as id, d.createdAt as createdAt, d.proofAcceptedOn as proofAcceptedOn,
                    (select coalesce(sum(l.grantCents), 0) from DrawdownLine l where l.drawdownId = d.id and l.live = 1) as grantCents
                from Drawdown d where d.applicationId = :id and d.state not in :gone order by d.createdAt, d.id""").set("id", applicationId)
                .set("gone", List.of(DrawdownState.CANCELLED, DrawdownState.REPAID)).list();
        Map<LocalDate, Payout> payouts = programmes.payouts(facts.programmeId(), all.stream().map(Counts::day).distinct().toList());
        List<Posted> posted = all.size() < 2 ? List.of() : posted(applicationId);
        LocalDate provenOn = all.isEmpty() ? null : proposals.provenOn(applicationId);
        boolean proven = false;
        long drawn = 0;
        List<Due> due = new ArrayList<>();
        for (Counts one : all) {
            boolean last = one.equals(all.get(all.size() - 1));
            drawn += one.grantCents();
            proven = proven || one.proofAcceptedOn() != null || provenOn != null && !provenOn.isAfter(one.day());
            long spent = last ? spent(applicationId) : posted.stream().filter(p -> !p.at().isAfter(one.createdAt())).mapToLong(Posted::cents).sum();
            Payout payout = payouts.get(one.day());
            due.add(new Due(one.id(), one.day(), payout != null, !facts.decided()
                    || drawn <= Proposals.due(facts, Money.of(spent), proven, payout, last && !one.day().isAfter(clock.today()) ? clock.today() : one.day()).cents()));
        }
        return due;
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
        List<Kept> lines = Ask.of(em, Kept.class, """
                select l.id as id, b.id as budgetId, f.no as positionNo, b.category as category, s.id as schoolId, s.name as school,
                    l.postingId as postingId, p.source as source, p.at as postedAt, p.note as note, l.eligibleCents as eligibleCents,
                    l.grantCents as grantCents, l.doubts as doubts
                from DrawdownLine l join Budget b on b.id = l.budgetId join FundingPosition f on f.id = b.positionId
                    join School s on s.id = b.schoolId left join Posting p on p.id = l.postingId
                where l.drawdownId = :id order by f.no, l.id""").set("id", id).list(Proposals.MOST_LINES);
        Map<String, SpendingSource.Spending> found = bought.spendings(lines.stream().map(Kept::source).toList());
        boolean limited = guard.limited();
        return lines.stream().map(l -> l.with(l.source() == null ? null : found.get(l.source()), limited)).toList();
    }

    private List<Device> devices(List<Line> lines) {
        Map<Long, Long> byDevice = new HashMap<>();
        lines.stream().filter(l -> l.spending() != null).forEach(l -> l.spending().deviceIds().forEach(d -> byDevice.putIfAbsent(d, l.id())));
        return bought.devices(byDevice.keySet()).values().stream().limit(MOST_DEVICES).map(d -> new Device(byDevice.get(d.id()), d.id(), d.serial(),
                d.inventoryNo(), d.model(), d.state(), d.schoolId(), d.school(), d.room(), d.bindingEndOn(), d.acceptedAt(), d.acceptedBy())).toList();
    }

    /**
     * What interest on an amount comes to by the rule of the programme: from the day after the first until the last; nothing where a confirmed rule
     * does not claim so little.
     *
     * @return null if the programme has no rule for it
     */
    @Unguarded("It reckons, and tells nothing of anybody.")
    public Money interest(long programmeId, Money amount, LocalDate from, LocalDate until) {
        Integer rate = programmes.number(RuleKind.INTEREST_BP, programmeId, until);
        if (rate == null) {
            return null;
        }
        Money interest = Interest.of(List.of(new Interest.Came(from, from, amount)), List.of(), rate, until).interest();
        Long free = interestFree(programmeId, until);
        return free != null && interest.cents() <= free ? Money.ZERO : interest;
    }

    /** Up to which interest is not claimed; null without a rule, or one that nobody has confirmed: alone nobody waives it. */
    private Long interestFree(long programmeId, LocalDate day) {
        ProgrammeQueries.Rule free = programmes.rule(RuleKind.INTEREST_FREE_CENTS, programmeId, null, day);
        return free == null || !free.verified() ? null : Long.valueOf(free.value());
    }

    /** All that was spent of an application, in its order. */
    private List<Posted> posted(long applicationId) {
        return Ask.of(em, Posted.class, """
                select p.at as at_, p.amountCents as cents from Posting p join Budget b on b.id = p.budgetId
                where b.applicationId = :id and p.kind in :kinds order by p.id""").set("id", applicationId)
                .set("kinds", List.of(PostingKind.SPEND, PostingKind.CORRECT)).list();
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
        for (Posted posted : posted(applicationId)) {
            Money with = sum.plus(Money.of(posted.cents()));
            spent.add(new Interest.Spent(posted.at().atZone(BERLIN).toLocalDate(), share.grant(with).minus(share.grant(sum))));
            sum = with;
        }
        return Interest.of(came, spent, rate, clock.today());
    }
}
