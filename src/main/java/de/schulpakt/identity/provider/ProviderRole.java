package de.schulpakt.identity.provider;

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

/** That a claim says a role of somebody, and whether it gave it; whether the role still holds says the assignment. */
@Entity
@Table(name = "provider_role")
class ProviderRole {
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
    @Column(name = "given")
    private boolean given;
    @Column(name = "given_at")
    private Instant givenAt;

    protected ProviderRole() {
    }

    ProviderRole(long userId, Grant grant, boolean given, Instant givenAt) {
        this.userId = userId;
        this.role = grant.role();
        this.authorityId = grant.authorityId();
        this.schoolId = grant.schoolId();
        this.given = given;
        this.givenAt = givenAt;
    }

    /** True if the claim gave it, so that it goes with the claim. */
    boolean given() {
        return given;
    }

    /** Somebody has given it by hand: it is the claim's no longer. */
    void byHand() {
        this.given = false;
    }

    Grant grant() {
        return new Grant(role, authorityId, schoolId);
    }
}
