package de.schulpakt.identity.account;

import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** A role that a user has, and where. */
@Entity
@Table(name = "role_assignment")
class RoleAssignment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private long userId;
    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    private Role role;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "until_on")
    private LocalDate untilOn;
    @Column(name = "lapses_at")
    private Instant lapsesAt;

    protected RoleAssignment() {
    }

    RoleAssignment(long userId, Grant grant) {
        this.userId = userId;
        this.role = grant.role();
        this.authorityId = grant.authorityId();
        this.schoolId = grant.schoolId();
    }

    Long userId() {
        return userId;
    }

    /** The last day on which it holds; null for as long as nobody takes it back. */
    void until(LocalDate day) {
        this.untilOn = day;
    }

    /** Rests from then on, until a claim that gave it is read again; null for as long as nobody takes it back. */
    void lapses(Instant at) {
        this.lapsesAt = at;
    }

    Grant grant() {
        return new Grant(role, authorityId, schoolId);
    }

    boolean isOf(Grant grant) {
        return role == grant.role() && Objects.equals(authorityId, grant.authorityId()) && Objects.equals(schoolId, grant.schoolId());
    }
}
