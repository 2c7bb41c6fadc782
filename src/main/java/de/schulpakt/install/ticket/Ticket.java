package de.schulpakt.install.ticket;

import static de.schulpakt.install.ticket.TicketFlow.FLOW;

import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindDevices;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.level.LevelClock;
import de.schulpakt.install.level.WaitingReason;
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

/** One piece of work at one place. */
@Entity
@Table(name = "ticket")
class Ticket implements Stateful<TicketState, TicketAction> {
    /** Longest text of what is wrong. */
    private static final int WORDS = 2000;
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
    @Column(name = "kind_id")
    private Long kindId;
    @Enumerated(EnumType.STRING)
    @Column(name = "priority")
    private Priority priority;
    @Column(name = "description")
    private String description;
    /** Its device if it is the installation of that, which has one only. */
    @Column(name = "installed_id")
    private Long installedId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private TicketState state;
    @Column(name = "assignee_id")
    private Long assigneeId;
    @Column(name = "assignee")
    private String assignee;
    /** The team that has it beside its technician, null for none. */
    @Column(name = "team_id")
    private Long teamId;
    @Column(name = "waiting_for")
    private String waitingFor;
    @Enumerated(EnumType.STRING)
    @Column(name = "waiting_reason")
    private WaitingReason waitingReason;
    @Column(name = "waits_at")
    private Instant waitingSince;
    @Column(name = "outcome")
    private String outcome;
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
    /** Since when the school is to accept, null unless it is. */
    @Column(name = "handed_at")
    private Instant handedAt;
    /** From when the clock of its service level runs, null if it has none. */
    @Column(name = "clocked_at")
    private Instant clockedAt;
    @Column(name = "paused_minutes")
    private int pausedMinutes;
    @Column(name = "stopped_at")
    private Instant stoppedAt;
    @Column(name = "response_due_at")
    private Instant responseDueAt;
    @Column(name = "responded_at")
    private Instant respondedAt;
    @Column(name = "solution_due_at")
    private Instant solutionDueAt;
    @Column(name = "level_told")
    private int levelTold;
    /** True if the school has asked for it, which may take that back. */
    @Column(name = "from_school")
    private boolean fromSchool;
    @Version
    @Column(name = "version")
    private int version;

    protected Ticket() {
    }

    /** Another device stands in the place of this one. */
    void goesOn(Long old, Long device, boolean installed) {
        deviceId = old.equals(deviceId) ? device : deviceId;
        installedId = !old.equals(installedId) ? installedId : installed ? null : device;
    }

    Ticket(String no, Kind kind, Tickets.Open cmd, boolean installs, Instant openedAt) {
        this.no = no;
        this.kindId = kind.id();
        this.schoolId = cmd.schoolId();
        this.roomId = cmd.roomId();
        this.deviceId = cmd.deviceIds() == null || cmd.deviceIds().isEmpty() ? null : cmd.deviceIds().get(0);
        this.installedId = installs && kind.devices() == KindDevices.SERVE ? deviceId : null;
        this.title = cmd.title().strip();
        this.description = cmd.description() == null || cmd.description().isBlank() ? null : cmd.description().strip();
        this.priority = cmd.priority() == null ? kind.priority() : cmd.priority();
        this.state = TicketState.OPEN;
        this.dueOn = cmd.dueOn();
        this.openedAt = openedAt;
    }

    /** Its work is a part of that of another one: as urgent, since the same instant, and what it is promised is promised still. */
    void partOf(Ticket whole) {
        description = whole.description;
        teamId = whole.teamId;
        openedAt = whole.openedAt;
        if (clockedAt != null && whole.clockedAt != null) {
            clockedAt = whole.clockedAt;
            pausedMinutes = whole.pausedMinutes;
            respondedAt = whole.respondedAt;
            responseDueAt = whole.responseDueAt;
            solutionDueAt = whole.solutionDueAt;
        }
    }

    /**
     * Devices have left it, or came back.
     *
     * @param first its first device, which names it, null if it has none any more; it stays the installation of that only
     */
    void worksOn(Long first) {
        deviceId = first;
        installedId = first == null || !first.equals(installedId) ? null : installedId;
    }

    /** The school has asked for it. */
    void asked() {
        fromSchool = true;
    }

    /** True if the school has asked for it. */
    boolean fromSchool() {
        return fromSchool;
    }

    /** The device that names it, null for none. */
    Long deviceId() {
        return deviceId;
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

    /** The name of who has it, null for nobody. */
    String assignee() {
        return assignee;
    }

    int version() {
        return version;
    }

    Long kindId() {
        return kindId;
    }

    Long roomId() {
        return roomId;
    }

    String title() {
        return title;
    }

    Priority priority() {
        return priority;
    }

    LocalDate dueOn() {
        return dueOn;
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
        handedAt = state == TicketState.MEASURED ? handedAt : null;
        return change;
    }

    /** The work is done as far as the technician is concerned: from then on the school is to accept; null if it failed. */
    void handed(Instant at) {
        handedAt = at;
    }

    /** A technician has it from the beginning. */
    Change<TicketState> give(Long technician, String name) {
        Change<TicketState> change = apply(TicketAction.ASSIGN, version);
        take(technician, name);
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

    /** That team has it beside its technician; null for none. */
    void isOf(Long team) {
        teamId = team;
    }

    /** The team that has it, null for none. */
    Long teamId() {
        return teamId;
    }

    /** Nobody’s again. */
    void giveBack() {
        assigneeId = null;
        assignee = null;
        goOn();
    }

    void waitFor(WaitingReason why, String whom, Instant at) {
        waitingReason = why;
        waitingFor = whom.strip();
        waitingSince = at;
    }

    /** Waits for nobody any more. */
    void goOn() {
        waitingReason = null;
        waitingFor = null;
        waitingSince = null;
    }

    void rank(Priority urgency, LocalDate due) {
        priority = urgency;
        dueOn = due;
    }

    /** What was done. */
    void came(String result) {
        outcome = result.strip();
    }

    /** The work turned out to be in that room. */
    void isIn(Long room) {
        roomId = room;
    }

    /** That is wrong, too, beside what was found before. */
    void found(String whatIsWrong) {
        String all = defects == null ? whatIsWrong.strip() : defects + "; " + whatIsWrong.strip();
        defects = all.length() <= WORDS ? all : all.substring(0, WORDS);
    }

    /** What the school found, null for nothing. */
    String defects() {
        return defects;
    }

    boolean hasDefects() {
        return defects != null;
    }

    void clockBegins(Instant now) {
        clockedAt = now;
        pausedMinutes = 0;
        stoppedAt = null;
        respondedAt = null;
        levelTold = 0;
    }

    void clockStops(Instant now) {
        stoppedAt = now;
    }

    void clockGoesOn(int stood) {
        stoppedAt = null;
        pausedMinutes += stood;
    }

    /** Somebody has it; the first time counts. */
    void responded(Instant now) {
        if (clockedAt != null && respondedAt == null) {
            respondedAt = now;
        }
    }

    /** Other times, of which nothing was told yet. */
    void due(LevelClock.Due due) {
        responseDueAt = due.responseAt();
        solutionDueAt = due.solutionAt();
        levelTold = 0;
    }

    /** The times that it is promised. */
    LevelClock.Due due() {
        return new LevelClock.Due(responseDueAt, solutionDueAt);
    }

    Instant clockedAt() {
        return clockedAt;
    }

    int pausedMinutes() {
        return pausedMinutes;
    }

    Instant stoppedAt() {
        return stoppedAt;
    }

    /** How near its times are; quiet while the clock stands. */
    TicketLevels.Stage stage(Instant now, Instant near) {
        if (clockedAt == null || stoppedAt != null || !state.pending()) {
            return TicketLevels.Stage.QUIET;
        }
        if (solutionDueAt != null && !solutionDueAt.isAfter(near)) {
            return solutionDueAt.isAfter(now) ? TicketLevels.Stage.SOLUTION_NEAR : TicketLevels.Stage.SOLUTION_BROKEN;
        }
        if (respondedAt == null && responseDueAt != null && !responseDueAt.isAfter(near)) {
            return responseDueAt.isAfter(now) ? TicketLevels.Stage.RESPONSE_NEAR : TicketLevels.Stage.RESPONSE_BROKEN;
        }
        return TicketLevels.Stage.QUIET;
    }

    /** True if that was not told yet; from now on it was. */
    boolean tells(TicketLevels.Stage stage) {
        if (stage.ordinal() <= levelTold) {
            return false;
        }
        levelTold = stage.ordinal();
        return true;
    }

    /** What was wrong belongs to the time before. */
    void beginAgain() {
        giveBack();
        defects = null;
        closedAt = null;
    }

    /** Ended at that instant, or null: not ended after all. */
    void ended(Instant at) {
        closedAt = at;
    }
}
