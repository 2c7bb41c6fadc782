package de.schulpakt.funding.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/** What the postings of a day (UTC) have bound of an application's money, on balance, in cents. Kept by {@link Budgets}. */
@Entity
@Table(name = "bound_by_day")
@IdClass(BoundByDay.Key.class)
class BoundByDay {
    @Id
    @Column(name = "application_id")
    private Long applicationId;
    @Id
    @Column(name = "bound_on")
    private LocalDate boundOn;
    @Column(name = "cents")
    private long cents;

    protected BoundByDay() {
    }

    /** Application and day. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private Long applicationId;
        private LocalDate boundOn;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(applicationId, key.applicationId) && Objects.equals(boundOn, key.boundOn);
        }

        @Override
        public int hashCode() {
            return Objects.hash(applicationId, boundOn);
        }
    }
}
