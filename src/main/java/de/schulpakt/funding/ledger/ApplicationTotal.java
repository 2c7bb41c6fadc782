package de.schulpakt.funding.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The balances of all positions of an application, added up, and its undistributed rest. Gross, own share included, in cents. Kept by {@link Budgets}. */
@Entity
@Table(name = "application_total")
class ApplicationTotal {
    @Id
    @Column(name = "application_id")
    private Long applicationId;
    @Column(name = "allotted_cents")
    private long allottedCents;
    @Column(name = "reserved_cents")
    private long reservedCents;
    @Column(name = "committed_cents")
    private long committedCents;
    @Column(name = "spent_cents")
    private long spentCents;
    /** What no position has. */
    @Column(name = "rest_cents")
    private long restCents;

    protected ApplicationTotal() {
    }
}
