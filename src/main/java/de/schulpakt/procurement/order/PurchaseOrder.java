package de.schulpakt.procurement.order;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
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
import java.util.Collection;

/** An order to one supplier, for schools of one authority. Its lines are {@link OrderLine}s. */
@Entity
@Table(name = "purchase_order")
class PurchaseOrder implements Stateful<OrderState, OrderAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "supplier_id")
    private Long supplierId;
    @Column(name = "authority_id")
    private Long authorityId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private OrderState state;
    @Column(name = "award_reference")
    private String awardReference;
    @Column(name = "award_id")
    private Long awardId;
    @Column(name = "ordered_on")
    private LocalDate orderedOn;
    @Column(name = "expected_on")
    private LocalDate expectedOn;
    /** When what is still awaited is expected, the last of all days if nobody knows; null when nothing is awaited. */
    @Column(name = "awaited_on", insertable = false, updatable = false)
    private LocalDate awaitedOn;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    @Column(name = "version")
    private int version;

    protected PurchaseOrder() {
    }

    PurchaseOrder(String no, Long authorityId, Orders.Place cmd, LocalDate today, Instant now) {
        this.no = no;
        this.supplierId = cmd.supplierId();
        this.authorityId = authorityId;
        this.state = OrderState.PLACED;
        this.awardReference = cmd.awardReference() == null || cmd.awardReference().isBlank() ? null
                : cmd.awardReference().strip();
        this.awardId = cmd.awardId();
        this.orderedOn = today;
        this.expectedOn = cmd.expectedOn();
        this.createdAt = now;
    }

    /** A step that a person asked for, who saw this version. The only place that writes state. */
    @Override
    public Change<OrderState> apply(OrderAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        return follow(action);
    }

    /** The same without what was seen: it follows from what was done to an invoice, which was locked before. */
    Change<OrderState> follow(OrderAction action) {
        Change<OrderState> change = OrderFlow.FLOW.step(state, action);
        this.state = change.to();
        return change;
    }

    /** It was placed by this award file; the reference of one that is kept elsewhere stays. */
    void award(Long file, String no) {
        this.awardId = file;
        this.awardReference = awardReference == null ? no : awardReference;
    }

    /** It is said to have been placed by another file than before, or by none: then the number is that of one that is kept elsewhere, or null. */
    void awardAnew(Long file, String no) {
        this.awardId = file;
        this.awardReference = no;
    }

    Long awardId() {
        return awardId;
    }

    String awardReference() {
        return awardReference;
    }

    /** It is expected when the first of what is awaited of these lines, all of its own, is. */
    void expect(Collection<OrderLine> lines) {
        this.expectedOn = OrderLine.earliest(lines, expectedOn);
    }

    LocalDate expectedOn() {
        return expectedOn;
    }

    Long id() {
        return id;
    }

    String no() {
        return no;
    }

    Long supplierId() {
        return supplierId;
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public OrderState state() {
        return state;
    }

    LocalDate orderedOn() {
        return orderedOn;
    }

    @Override
    public Transitions<OrderState, OrderAction> flow() {
        return OrderFlow.FLOW;
    }

    @Override
    public Ref ref() {
        return new Ref("PurchaseOrder", id, no).ofAuthority(authorityId);
    }
}
