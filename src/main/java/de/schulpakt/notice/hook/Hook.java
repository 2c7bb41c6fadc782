package de.schulpakt.notice.hook;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** An address that is told what happens. */
@Entity
@Table(name = "webhook")
class Hook {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "name")
    private String name;
    @Column(name = "url")
    private String url;
    @Column(name = "secret")
    private byte[] secret;
    @Column(name = "kinds")
    private String kinds;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "active")
    private boolean active;
    @Column(name = "since_at")
    private Instant since;
    @Column(name = "failures")
    private int failures;
    @Column(name = "removed_at")
    private Instant removedAt;
    @Version
    @Column(name = "version")
    private int version;

    protected Hook() {
    }

    Hook(Hooks.Describe cmd, Instant now) {
        this.secret = new byte[0];
        describe(cmd, now);
    }

    Long id() {
        return id;
    }

    String url() {
        return url;
    }

    byte[] secret() {
        return secret;
    }

    /** What it is sealed under. */
    String context() {
        return "webhook:" + id;
    }

    void seal(byte[] sealed) {
        secret = sealed;
    }

    void seen(Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
    }

    final void describe(Hooks.Describe cmd, Instant now) {
        name = cmd.name().strip();
        url = cmd.url().strip();
        kinds = String.join(",", cmd.kinds().stream().distinct().sorted().toList());
        schoolId = cmd.schoolId();
        authorityId = cmd.authorityId();
        boolean on = Boolean.TRUE.equals(cmd.active());
        if (on && !active) {
            since = now;
            failures = 0;
        }
        since = since == null ? now : since;
        active = on;
    }

    /** It is there no longer: it hears of nothing, and its secret is gone. */
    void remove(Instant now) {
        active = false;
        secret = new byte[0];
        removedAt = now;
    }

    boolean removed() {
        return removedAt != null;
    }

    /** Somebody answers. */
    void answered() {
        failures = 0;
    }

    /** Nobody answered once more; true if it is given up now. */
    boolean failed(int most) {
        failures++;
        if (active && failures >= most) {
            active = false;
            return true;
        }
        return false;
    }

    Ref ref() {
        return new Ref("Webhook", id, name).ofNobody();
    }
}
