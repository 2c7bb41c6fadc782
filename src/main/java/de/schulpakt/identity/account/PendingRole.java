package de.schulpakt.identity.account;

import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A role that an administrator has given and that holds when a second person has confirmed it. */
@Entity
@Table(name = "role_pending")
class PendingRole {
    private static final int LONGEST_NO = 40;

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
    @Column(name = "given_by")
    private long givenBy;
    @Column(name = "given_at")
    private Instant givenAt;

    protected PendingRole() {
    }

    PendingRole(long userId, Grant grant, long givenBy, Instant givenAt) {
        this.userId = userId;
        this.role = grant.role();
        this.authorityId = grant.authorityId();
        this.schoolId = grant.schoolId();
        this.givenBy = givenBy;
        this.givenAt = givenAt;
    }

    long userId() {
        return userId;
    }

    long givenBy() {
        return givenBy;
    }

    /** What people are told of, by the login of who is to get it. */
    Ref ref(AppUser user) {
        return new Ref("PendingRole", id, user.login().substring(0, Math.min(LONGEST_NO, user.login().length()))).ofNobody();
    }

    Grant grant() {
        return new Grant(role, authorityId, schoolId);
    }
}
