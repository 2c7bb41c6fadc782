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
}
