package de.schulpakt.install.ticket;

import static de.schulpakt.install.ticket.TicketFlow.FLOW;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** One installation at one place. */
@Entity
@Table(name = "ticket")
class Ticket implements Stateful<TicketState, TicketAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "room_id")
    private Long roomId;
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "title")
    private String title;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private TicketState state;
    @Column(name = "assignee_id")
    private Long assigneeId;
    @Column(name = "assignee")
    private String assignee;
    @Column(name = "waiting_for")
    private String waitingFor;
    @Column(name = "defects")
    private String defects;
    @Column(name = "due_on")
    private LocalDate dueOn;
    /** When it is due, the last of all days if none is set: its order of urgency, which an index keeps. */
    @Column(name = "urgent_on", insertable = false, updatable = false)
    private LocalDate urgentOn;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "closed_at")
    private Instant closedAt;
    @Version
    @Column(name = "version")
    private int version;

    protected Ticket() {
    }

    Ticket(String no, Long schoolId, Long roomId, Long deviceId, String title, LocalDate dueOn, Instant openedAt) {
        this.no = no;
        this.schoolId = schoolId;
        this.roomId = roomId;
        this.deviceId = deviceId;
        this.title = title;
        this.state = TicketState.OPEN;
        this.dueOn = dueOn;
        this.openedAt = openedAt;
    }

    /** The technician who has it, null for nobody. */
    Long assigneeId() {
        return assigneeId;
    }

    Long id() {
        return id;
    }

    @Override
    public Ref ref() {
        return new Ref("Ticket", id, no).ofSchool(schoolId);
    }

    @Override
    public Long schoolId() {
        return schoolId;
    }

    Long deviceId() {
        return deviceId;
    }

    @Override
    public TicketState state() {
        return state;
    }

    @Override
    public Transitions<TicketState, TicketAction> flow() {
        return FLOW;
    }

    @Override
    public Change<TicketState> apply(TicketAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<TicketState> change = FLOW.step(state, action);
        state = change.to();
        return change;
    }

    /** Refuses unless this technician has taken the ticket. */
    void takenBy(Long technician) {
        if (assigneeId == null || !assigneeId.equals(technician)) {
            throw new Refused("ticket.of_other", no, assignee == null ? "-" : assignee);
        }
    }

    void take(Long technician, String name) {
        assigneeId = technician;
        assignee = name;
    }

    /** Nobody’s again. */
    void giveBack() {
        assigneeId = null;
        assignee = null;
        waitingFor = null;
    }

    void waitFor(String whom) {
        waitingFor = whom == null ? null : whom.strip();
    }

    /** The work turned out to be in that room. */
    void isIn(Long room) {
        roomId = room;
    }

    void found(String whatIsWrong) {
        defects = whatIsWrong.strip();
    }

    boolean hasDefects() {
        return defects != null;
    }

    /** Ended at that instant, or null: not ended after all. */
    void ended(Instant at) {
        closedAt = at;
    }
}
