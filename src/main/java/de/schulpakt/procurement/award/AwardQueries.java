package de.schulpakt.procurement.award;

import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.mail.MailState;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions about award files. They belong to an authority: who sees only single schools sees none. Amounts net. */
@Queries
public class AwardQueries {
    private static final String BID = """
            select b.id as id, b.awardId as awardId, b.company as company, b.supplierId as supplierId, b.state as state_, b.askedOn as askedOn,
                b.offeredOn as offeredOn, b.netCents as netCents, b.note as note from AwardBid b""";
    private static final int MOST = 100;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    AwardRules rules;
    @Inject
    Actor actor;

    /**
     * An award file whole.
     *
     * @param doubts what the rules say of the procedure as it stands
     * @param apart  what the asker may not do because of what the asker did
     */
    public record View(Long id, String no, AwardState state, Long authorityId, String authority, Long programmeId, String programme, Category category,
            AwardKind kind, String title, Long estimateCents, String basis, LocalDate startedOn, String reason, Long contractId, String contractNo,
            String callOffNo, Long chosenBidId, String chosen, Long chosenCents, String choiceReason, List<Bid> bids, List<Order> orders, List<Sentence> doubts,
            Set<AwardAction> actions, Map<AwardAction, AwardAction> apart, Integer version, List<HistoryEntry> timeline) {
        /** Offers that count. */
        public List<Bid> offers() {
            return bids.stream().filter(b -> b.state() == BidState.OFFERED).toList();
        }
    }

    /** A company that was asked, and what it has said. */
    public record Bid(Long id, Long awardId, String company, Long supplierId, BidState state, LocalDate askedOn, LocalDate offeredOn, Long netCents, String note) {
    }

    /** An order that names the file. */
    public record Order(Long id, String no, LocalDate orderedOn, Long netCents) {
    }

    /** A file by which can be ordered. */
    public record Option(Long id, String no, String title, Long chosenCents) {
    }

    /** Something to choose from. */
    public record Choice(Long id, String name) {
    }

    private record Head(Long id, String no, AwardState state, Long authorityId, String authority, Long programmeId, String programme, Category category,
            AwardKind kind, String title, Long estimateCents, String basis, LocalDate startedOn, String reason, Long contractId, String contractNo,
            String contractSupplier, String callOffNo, Long chosenBidId, Long chosenCents, String choiceReason, Integer version) {
    }

    private record Line(Long id, String no, LocalDate orderedOn, Integer vatBp, Long cents) {
    }

    /**
     * One file.
     *
     * @throws NotFound if there is none or its authority is not the asker's
     */
    public View view(long id) {
        Head h = Ask.of(em, Head.class, """
                select f.id as id, f.no as no, f.state as state_, a.id as authorityId, a.name as authority, g.id as programmeId, g.name as programme,
                    f.category as category, f.kind as kind, f.title as title, f.estimateCents as estimateCents, f.basis as basis, f.startedOn as startedOn,
                    f.reason as reason, c.id as contractId, c.no as contractNo, s.name as contractSupplier, f.callOffNo as callOffNo,
                    f.chosenBidId as chosenBidId, f.chosenCents as chosenCents, f.choiceReason as choiceReason, f.version as version_
                from AwardFile f join Authority a on a.id = f.authorityId left join Programme g on g.id = f.programmeId
                left join FrameworkContract c on c.id = f.contractId left join Supplier s on s.id = c.supplierId where f.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("AwardFile", id));
        guard.requireAuthority(ORDER_VIEW, h.authorityId());
        List<Bid> bids = Ask.of(em, Bid.class, BID + " where b.awardId = :id order by b.id").set("id", id).list();
        AwardFile file = em.find(AwardFile.class, id);
        boolean open = h.state() == AwardState.PREPARED || h.state() == AwardState.PROPOSED;
        List<Sentence> doubts = open ? rules.doubts(file, em.createQuery("select b from AwardBid b where b.awardId = :id", AwardBid.class)
                .setParameter("id", id).getResultList()) : List.of();
        Set<AwardAction> actions = guard.actionsOfAuthority(AwardFlow.FLOW, h.state(), h.authorityId());
        Map<AwardAction, AwardAction> apart = Map.of();
        if (actions.contains(AwardAction.DECIDE) && rules.needsSecond(file) && actor.id() != null
                && actor.id().equals(history.lastActor(file.ref(), AwardAction.PROPOSE))) {
            actions.remove(AwardAction.DECIDE);
            apart = Map.of(AwardAction.DECIDE, AwardAction.PROPOSE);
        }
        String chosen = h.chosenCents() == null ? null : h.kind() == AwardKind.CALL_OFF ? h.contractSupplier()
                : bids.stream().filter(b -> b.id().equals(h.chosenBidId())).map(Bid::company).findFirst().orElse(null);
        return new View(h.id(), h.no(), h.state(), h.authorityId(), h.authority(), h.programmeId(), h.programme(), h.category(), h.kind(), h.title(),
                h.estimateCents(), h.basis(), h.startedOn(), h.reason(), h.contractId(), h.contractNo(), h.callOffNo(), h.chosenBidId(), chosen,
                h.chosenCents(), h.choiceReason(), bids, orders(id), doubts, actions, apart, h.version(), history.of("AwardFile", id));
    }

    private List<Order> orders(long id) {
        Map<Long, Order> orders = new LinkedHashMap<>();
        for (Line l : Ask.of(em, Line.class, """
                select o.id as id, o.no as no, o.orderedOn as orderedOn, l.vatBp as vatBp, sum((l.quantity - l.cancelled) * l.priceCents) as cents
                from OrderLine l join PurchaseOrder o on o.id = l.orderId where o.awardId = :id group by o.id, o.no, o.orderedOn, l.vatBp order by o.id""")
                .set("id", id).list()) {
            long net = Money.of(l.cents()).net(l.vatBp()).cents();
            orders.merge(l.id(), new Order(l.id(), l.no(), l.orderedOn(), net),
                    (a, b) -> new Order(a.id(), a.no(), a.orderedOn(), a.netCents() + b.netCents()));
        }
        return List.copyOf(orders.values());
    }

    /**
     * What a company was asked and has said.
     *
     * @throws NotFound if there is none or its authority is not the asker's
     */
    public Bid bid(long id) {
        guard.requireAuthority(ORDER_VIEW, Ask.of(em, Long.class, "select f.authorityId from AwardBid b join AwardFile f on f.id = b.awardId where b.id = :id")
                .set("id", id).one().orElseThrow(() -> new NotFound("AwardBid", id)));
        return Ask.of(em, Bid.class, BID + " where b.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("AwardBid", id));
    }

    /**
     * A company that is in a file, and how it can be asked by mail.
     *
     * @param email       where it was asked last, else the address of the supplier in the catalogue; null if neither is known
     * @param answerUntil the day that was named last; what follows is of that letter; null if it was never asked by mail
     * @param mail        what came of it, null once the letter is forgotten
     */
    public record Invited(Long bidId, String company, BidState state, String email, LocalDate answerUntil, String answerTo, Instant sentAt, String sentBy, String files,
            MailState mail) {
    }

    private record Asked(Long bidId, String company, BidState state, String email) {
    }

    private record Sent(Long bidId, String recipient, LocalDate answerUntil, String answerTo, Instant sentAt, String sentBy, String files, MailState mail) {
    }

    /** A text to copy. */
    public record InvitationText(String subject, String text) {
    }

    /**
     * The companies of a file, and by which letter each was asked last.
     *
     * @throws NotFound if there is no such file or its authority is not the asker's
     */
    public List<Invited> invited(long id) {
        named(id);
        Map<Long, Sent> sent = Ask.of(em, Sent.class, """
                select i.bidId as bidId, i.recipient as recipient, i.answerUntil as answerUntil, i.answerTo as answerTo, i.sentAt as sentAt, i.sentBy as sentBy, i.files as files,
                    (select max(r.state) from MailRow r where r.name = i.mailName) as mail
                from AwardInvite i join AwardBid b on b.id = i.bidId where b.awardId = :id order by i.id""").set("id", id).list().stream()
                .collect(Collectors.toMap(Sent::bidId, s -> s, (a, b) -> b));
        return Ask.of(em, Asked.class, """
                select b.id as bidId, b.company as company, b.state as state_, s.email as email from AwardBid b left join Supplier s on s.id = b.supplierId
                where b.awardId = :id order by b.id""").set("id", id).list().stream().map(a -> {
                    Sent s = sent.get(a.bidId());
                    return s == null ? new Invited(a.bidId(), a.company(), a.state(), a.email(), null, null, null, null, null, null)
                            : new Invited(a.bidId(), a.company(), a.state(), s.recipient(), s.answerUntil(), s.answerTo(), s.sentAt(), s.sentBy(), s.files(), s.mail());
                }).toList();
    }

    /**
     * The words by which companies of a file are asked, to be copied where there is no mail server.
     *
     * @param until    last day for offers, may be null
     * @param answerTo where they go, may be null
     * @param words    that say what is to be offered, may be null
     * @throws NotFound if there is no such file or its authority is not the asker's
     */
    public InvitationText invitation(long id, LocalDate until, String answerTo, String words) {
        Named file = named(id);
        return new InvitationText(InviteText.subject(file.no(), file.title()), String.join("\n\n", InviteText.paragraphs(file.authority(), file.no(), file.title(), until, answerTo,
                words, null, actor.name() == null ? "" : actor.name())));
    }

    private record Named(Long authorityId, String authority, String no, String title) {
    }

    private Named named(long id) {
        Named file = Ask.of(em, Named.class, """
                select f.authorityId as authorityId, a.name as authority, f.no as no, f.title as title from AwardFile f join Authority a on a.id = f.authorityId
                where f.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("AwardFile", id));
        guard.requireAuthority(ORDER_VIEW, file.authorityId());
        return file;
    }

    /** Files by which the asker may order from a supplier, the newest first. */
    public List<Option> decided(long supplierId) {
        Scope scope = guard.scope(ORDER_PLACE);
        return Ask.of(em, Option.class, """
                select f.id as id, f.no as no, f.title as title, f.chosenCents as chosenCents from AwardFile f
                where f.state = :decided and (:everywhere = true or f.authorityId in :authorities) and (f.chosenBidId in (select b.id from AwardBid b where b.supplierId = :supplier)
                    or f.contractId in (select c.id from FrameworkContract c where c.supplierId = :supplier)) order by f.id desc""")
                .set("decided", AwardState.DECIDED).set("supplier", supplierId).set("everywhere", scope.everywhere())
                .set("authorities", scope.authorities().isEmpty() ? List.of(-1L) : scope.authorities()).list(MOST);
    }

    /** The authorities for which the asker buys. */
    public List<Choice> buyers() {
        guard.require(ORDER_VIEW);
        return Ask.of(em, Choice.class, "select a.id as id, a.name as name from Authority a order by a.name, a.id").list().stream()
                .filter(a -> guard.mayAuthority(ORDER_PLACE, a.id())).toList();
    }

    /** What a file can name: programmes, suppliers and framework contracts, each by its name. */
    public Choices choices() {
        guard.require(ORDER_VIEW);
        List<Choice> contracts = Ask.of(em, Choice.class, """
                select c.id as id, concat(concat(c.no, ' · '), s.name) as name from FrameworkContract c join Supplier s on s.id = c.supplierId order by c.no, c.id""").list();
        return new Choices(Ask.of(em, Choice.class, "select g.id as id, g.name as name from Programme g where g.withdrawnAt is null order by g.startsOn desc, g.id").list(),
                Ask.of(em, Choice.class, "select s.id as id, s.name as name from Supplier s order by s.name, s.id").list(), contracts);
    }

    /** Programmes, suppliers and framework contracts. */
    public record Choices(List<Choice> programmes, List<Choice> suppliers, List<Choice> contracts) {
    }
}
