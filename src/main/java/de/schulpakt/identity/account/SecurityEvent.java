package de.schulpakt.identity.account;

import de.schulpakt.platform.text.SentenceJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of the security log. */
@Entity
@Table(name = "security_event")
class SecurityEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "at")
    private Instant at;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private SecurityLog.SecurityKind kind;
    @Column(name = "user_id")
    private Long userId;
    @Column(name = "login")
    private String login;
    @Column(name = "address")
    private String address;
    @Column(name = "actor_id")
    private Long actorId;
    @Column(name = "actor_name")
    private String actorName;
    @Column(name = "detail")
    private String detail;

    protected SecurityEvent() {
    }

    SecurityEvent(SecurityLog.Line line) {
        this.at = line.at();
        this.kind = line.kind();
        this.userId = line.userId();
        this.login = line.login();
        this.address = line.address();
        this.actorId = line.actorId();
        this.actorName = line.actorName();
        this.detail = SentenceJson.write(line.details());
    }
}
