package de.schulpakt.funding.ledger;

import de.schulpakt.funding.programme.Category;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The balances of all budgets of a school in one category of a programme, added up. Gross, own share included, in cents. Kept by
 * {@link Budgets}.
 */
@Entity
@Table(name = "school_use")
class SchoolUse {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "programme_id")
    private Long programmeId;
    @Column(name = "school_id")
    private Long schoolId;
    @Enumerated(EnumType.STRING)
    @Column(name = "category")
    private Category category;
    @Column(name = "allotted_cents")
    private long allottedCents;
    @Column(name = "reserved_cents")
    private long reservedCents;
    @Column(name = "committed_cents")
    private long committedCents;
    @Column(name = "spent_cents")
    private long spentCents;
    /** Reckoned by the database. */
    @Column(name = "free_cents", insertable = false, updatable = false)
    private long freeCents;

    protected SchoolUse() {
    }
}
