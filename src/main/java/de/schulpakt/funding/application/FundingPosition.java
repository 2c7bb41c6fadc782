package de.schulpakt.funding.application;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Refused;
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
import java.time.LocalDate;

/** What a school is to get in one category, applied for and approved: eligible expenditure, own share included, in cents. */
@Entity
@Table(name = "funding_position")
class FundingPosition {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "annex_id")
    private Long annexId;
    @Column(name = "no")
    private int no;
    @Enumerated(EnumType.STRING)
    @Column(name = "category")
    private Category category;
    @Column(name = "description")
    private String description;
    @Column(name = "applied_cents")
    private long appliedCents;
    @Column(name = "approved_cents")
    private Long approvedCents;
    @Column(name = "quantity")
    private Integer quantity;
    @Column(name = "unit_cents")
    private Long unitCents;
    @Column(name = "measure_from_on")
    private LocalDate measureFrom;
    @Column(name = "measure_to_on")
    private LocalDate measureTo;
    @Column(name = "accompanying")
    private boolean accompanying;
    @Column(name = "parent_id")
    private Long parentId;
    /** What pays it since it was decided; kept here too, so that lists can be sorted after what is left of it. */
    @Column(name = "budget_id")
    private Long budgetId;
    @Version
    @Column(name = "version")
    private int version;

    protected FundingPosition() {
    }

    FundingPosition(Long annexId, int no, Category category, String description, Money applied) {
        this.annexId = annexId;
        this.no = no;
        this.category = category;
        change(description, applied);
    }

    /** How many at which price, and when: what is not given is null. */
    void detail(Applications.Detail detail) {
        if (detail.measureFrom() != null && detail.measureTo() != null && detail.measureTo().isBefore(detail.measureFrom())) {
            throw new Refused("position.measure_ends_before", detail.measureTo(), detail.measureFrom());
        }
        this.quantity = detail.quantity();
        this.unitCents = detail.unitCents();
        this.measureFrom = detail.measureFrom();
        this.measureTo = detail.measureTo();
    }

    /** How many at which price, and when, as it stands there. */
    Applications.Detail detail() {
        return new Applications.Detail(quantity, unitCents, measureFrom, measureTo, accompanying, parentId);
    }

    /** It accompanies that one; null while it is not said which. */
    void accompanies(FundingPosition parent) {
        if (parent != null && (parent.accompanying || parent == this || !parent.annexId.equals(annexId))) {
            throw new Refused("position.parent_unfit", parent.no);
        }
        this.accompanying = true;
        this.parentId = parent == null ? null : parent.id;
    }

    /** It is a measure of its own. */
    void standsAlone() {
        this.accompanying = false;
        this.parentId = null;
    }

    /** The position that it accompanies goes. */
    void orphaned() {
        this.parentId = null;
    }

    boolean accompanying() {
        return accompanying;
    }

    Long parentId() {
        return parentId;
    }

    LocalDate measureFrom() {
        return measureFrom;
    }

    LocalDate measureTo() {
        return measureTo;
    }

    Long id() {
        return id;
    }

    Long annexId() {
        return annexId;
    }

    int no() {
        return no;
    }

    Category category() {
        return category;
    }

    Money applied() {
        return Money.of(appliedCents);
    }

    final void change(String description, Money applied) {
        if (applied.cents() <= 0) {
            throw new Refused("position_applied_positive");
        }
        this.description = description.strip();
        this.appliedCents = applied.cents();
    }

    /** Keeps what the decision approves: nothing up to what was applied for. */
    void approve(Money approved) {
        if (approved.cents() < 0 || approved.compareTo(applied()) > 0) {
            throw new Refused("position.approved_too_much", no, applied(), approved);
        }
        this.approvedCents = approved.cents();
    }

    /** A budget was opened for it. */
    void paidFrom(Long budget) {
        this.budgetId = budget;
    }

    String description() {
        return description;
    }

    boolean decided() {
        return approvedCents != null;
    }

    Money approved() {
        return approvedCents == null ? Money.ZERO : Money.of(approvedCents);
    }

    /** What a later decision, or its counter-step, says of it; what was applied for never falls to nothing. */
    void rebind(String newDescription, Money newApplied, Money newApproved) {
        this.description = newDescription.strip();
        if (newApplied.cents() > 0) {
            this.appliedCents = newApplied.cents();
        }
        approve(newApproved);
    }
}
