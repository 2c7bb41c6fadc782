package de.schulpakt.notice.hook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A message to a hook, and what became of it. */
@Entity
@Table(name = "webhook_delivery")
class HookDelivery {
    /** A node that has taken one and says nothing for so long is dead. */
    private static final Duration TAKEN = Duration.ofMinutes(3);
    private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1),
            Duration.ofHours(4), Duration.ofHours(12));
    private static final int MOST_PROBLEM = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "webhook_id")
    private Long hookId;
    @Column(name = "event_id")
    private String eventId;
    @Column(name = "kind")
    private String kind;
    @Column(name = "subject_no")
    private String subjectNo;
    @Column(name = "body")
    private String body;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private DeliveryState state;
    @Column(name = "tries")
    private int tries;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "sent_at")
    private Instant sentAt;
    @Column(name = "status")
    private Integer status;
    @Column(name = "problem")
    private String problem;

    protected HookDelivery() {
    }

    HookDelivery(Long hookId, String eventId, String kind, String subjectNo, String body, Instant now) {
        this.hookId = hookId;
        this.eventId = eventId;
        this.kind = kind;
        this.subjectNo = subjectNo;
        this.body = body;
        this.state = DeliveryState.WAITING;
        this.madeAt = now;
        this.dueAt = now;
    }

    Long id() {
        return id;
    }

    Long hookId() {
        return hookId;
    }

    String eventId() {
        return eventId;
    }

    String body() {
        return body;
    }

    boolean dead() {
        return state == DeliveryState.DEAD;
    }

    /** A node sends it now. */
    void take(Instant now) {
        become(DeliveryState.SENDING, now.plus(TAKEN));
        tries++;
    }

    void sent(int answer, Instant now) {
        become(DeliveryState.SENT, now);
        status = answer;
        sentAt = now;
        problem = null;
    }

    void failed(Integer answer, String why, Instant now) {
        status = answer;
        problem = why == null ? null : why.substring(0, Math.min(MOST_PROBLEM, why.length()));
        if (tries > WAITS.size()) {
            become(DeliveryState.DEAD, now);
        } else {
            become(DeliveryState.WAITING, now.plus(WAITS.get(tries - 1)));
        }
    }

    /** It is tried anew from the beginning. */
    void again(Instant now) {
        tries = 0;
        become(DeliveryState.WAITING, now);
    }

    /** The only place that writes the state. */
    private void become(DeliveryState next, Instant due) {
        state = next;
        dueAt = due;
    }
}
