package de.schulpakt.procurement.award;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
import de.schulpakt.platform.text.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** How a purchase was awarded. Who was asked are {@link AwardBid}s; the orders that follow from it name it. Amounts net. */
@Entity
@Table(name = "award_file")
class AwardFile implements Stateful<AwardState, AwardAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "programme_id")
    private Long programmeId;
    @Enumerated(EnumType.STRING)
    @Column(name = "category")
    private Category category;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private AwardState state;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private AwardKind kind;
    @Column(name = "title")
    private String title;
    @Column(name = "estimate_cents")
    private long estimateCents;
    @Column(name = "basis")
    private String basis;
    @Column(name = "started_on")
    private LocalDate startedOn;
    @Column(name = "reason")
    private String reason;
    @Column(name = "contract_id")
    private Long contractId;
    @Column(name = "call_off_no")
    private String callOffNo;
    @Column(name = "chosen_bid_id")
    private Long chosenBidId;
    @Column(name = "chosen_cents")
    private Long chosenCents;
    @Column(name = "choice_reason")
    private String choiceReason;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    @Column(name = "version")
    private int version;

    protected AwardFile() {
    }

    AwardFile(String no, Long authorityId, Awards.Facts facts, Instant now) {
        this.no = no;
        this.authorityId = authorityId;
        this.state = AwardState.PREPARED;
        this.createdAt = now;
        say(facts);
    }

    /** What is bought, at what it is estimated, and by which procedure. */
    void say(Awards.Facts facts) {
        this.title = facts.title().strip();
        this.kind = facts.kind();
        this.programmeId = facts.programmeId();
        this.category = facts.category();
        this.estimateCents = facts.estimateCents();
        this.basis = facts.basis().strip();
        this.startedOn = facts.startedOn();
        this.reason = known(facts.reason());
        this.contractId = kind == AwardKind.CALL_OFF ? facts.contractId() : null;
        this.callOffNo = kind == AwardKind.CALL_OFF ? known(facts.callOffNo()) : null;
    }

    /** Who is to get it, null for what is called off a contract. */
    void choose(AwardBid bid, String why) {
        this.chosenBidId = bid == null ? null : bid.id();
        this.chosenCents = bid == null ? Long.valueOf(estimateCents) : bid.netCents();
        this.choiceReason = why.strip();
    }

    /** It is chosen anew. */
    void chooseNobody() {
        this.chosenBidId = null;
        this.chosenCents = null;
        this.choiceReason = null;
    }

    /** Refuses {@code award.call_off_asks_nobody}: what is called off a contract was awarded with it. */
    void refuseCallOff() {
        if (kind == AwardKind.CALL_OFF) {
            throw new Refused("award.call_off_asks_nobody");
        }
    }

    static String known(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Override
    public Transitions<AwardState, AwardAction> flow() {
        return AwardFlow.FLOW;
    }

    @Override
    public Change<AwardState> apply(AwardAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<AwardState> change = AwardFlow.FLOW.step(state, action);
        this.state = change.to();
        return change;
    }

    Long id() {
        return id;
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public AwardState state() {
        return state;
    }

    String title() {
        return title;
    }

    AwardKind kind() {
        return kind;
    }

    Long programmeId() {
        return programmeId;
    }

    Category category() {
        return category;
    }

    Money estimate() {
        return Money.of(estimateCents);
    }

    Money chosen() {
        return chosenCents == null ? null : Money.of(chosenCents);
    }

    LocalDate startedOn() {
        return startedOn;
    }

    Long contractId() {
        return contractId;
    }

    String callOffNo() {
        return callOffNo;
    }

    Long chosenBidId() {
        return chosenBidId;
    }

    @Override
    public Ref ref() {
        return new Ref("AwardFile", id, no).ofAuthority(authorityId);
    }
}
