package de.schulpakt.identity.factor;

import de.schulpakt.identity.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A role whose holders sign in with a second factor. */
@Entity
@Table(name = "factor_demand")
class FactorDemand {
    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    private Role role;
    @Column(name = "since_at")
    private Instant sinceAt;

    protected FactorDemand() {
    }

    FactorDemand(Role role, Instant sinceAt) {
        this.role = role;
        this.sinceAt = sinceAt;
    }

    Role role() {
        return role;
    }
}
