package de.schulpakt.install.ticket.web;

import de.schulpakt.install.level.LevelClock;
import de.schulpakt.install.level.WaitingReason;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.install.ticket.TicketAction;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketRooms;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Language;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One ticket: for the technician on the ladder, and for the school that accepts. */
@Named
@ViewScoped
public class TicketPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<TicketAction> RARE = EnumSet.of(TicketAction.SCHEDULE, TicketAction.ASSIGN, TicketAction.TEAM, TicketAction.RANK, TicketAction.RELEASE, TicketAction.SPLIT,
            TicketAction.REJOIN, TicketAction.CANCEL, TicketAction.WITHDRAW, TicketAction.UNFINISH, TicketAction.WITHDRAW_ACCEPTANCE);
    @Inject
    transient Tickets tickets;
    @Inject
    transient TicketRooms rooms;
    @Inject
    transient TicketQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient WorkForm workForm;
    @Inject
    transient LevelClock levels;
    @Inject
    transient Clock clock;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private Long id;
    private TicketQueries.View view;
    private final MeasureForm measurement = new MeasureForm();
    private String words;
    private WaitingReason reason;

    /** Reads the ticket. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? -1 : id);
            workForm.show(view);
            if (view.actions().contains(TicketAction.MEASURE)) {
                if (measurement.getRoomId() == null) {
                    measurement.setRoomId(view.deviceRoomId() != null ? view.deviceRoomId() : view.roomId());
                }
            }
        });
    }

    /** What the asker will most likely do now: at most one of the actions. */
    public Set<TicketAction> getNext() {
        TicketAction next = switch (view.state()) {
            case OPEN -> TicketAction.TAKE;
            case PLANNED -> TicketAction.SCHEDULE;
            case SCHEDULED -> TicketAction.START;
            case WAITING -> TicketAction.RESUME;
            case IN_WORK -> view.work().measurement() ? TicketAction.MEASURE : view.work().acceptance() ? TicketAction.FINISH : TicketAction.SOLVE;
            case MEASURED -> view.passed() ? TicketAction.ACCEPT : TicketAction.MEASURE;
            case ACCEPTED, ACCEPTED_WITH_DEFECTS -> TicketAction.CLOSE;
            // to open it again is an exception that gives a reason
            case CANCELLED, CLOSED -> null;
        };
        return next != null && view.actions().contains(next) ? EnumSet.of(next) : EnumSet.noneOf(TicketAction.class);
    }

    /** What else the asker may do. */
    public Set<TicketAction> getOther() {
        Set<TicketAction> other = EnumSet.noneOf(TicketAction.class);
        other.addAll(view.actions());
        other.removeAll(getNext());
        return other;
    }

    /** True if the asker may do something that is done more rarely, and stands in the menu. */
    public boolean isMore() {
        return view.actions().stream().anyMatch(RARE::contains);
    }

    /** True if the response came too late. */
    public boolean isResponseBroken() {
        return view.level() != null && view.level().responseBroken(clock.now());
    }

    /** True if the solution is too late. */
    public boolean isSolutionBroken() {
        return view.level() != null && view.state().pending() && view.level().solutionBroken(clock.now());
    }

    /** False if a time lies in a year whose holidays are not known. */
    public boolean isHolidaysKnown() {
        return view.level() == null || levels.known(view.level().solutionDueAt());
    }

    /** The name of its kind. */
    public String getKind() {
        return view.work().name(language.getLocale().getLanguage());
    }

    /** Its checklist. */
    public List<String> getChecklist() {
        return view.work().steps(language.getLocale().getLanguage());
    }

    /** True if the asker works on it now: then the checklist has buttons. */
    public boolean isTicking() {
        return view.actions().contains(TicketAction.WAIT) || view.actions().contains(TicketAction.RESUME)
                || view.actions().contains(TicketAction.FINISH);
    }

    public WaitingReason[] getReasons() {
        return WaitingReason.values();
    }

    public WaitingReason getReason() {
        return reason;
    }

    public void setReason(WaitingReason reason) {
        this.reason = reason;
    }

    /** True if the school has said nothing for more working days than are set. */
    public boolean isSilent() {
        return view.handedAt() != null && view.handedAt().isBefore(levels.silentBefore(clock.today()));
    }

    /** True if all dates that the asker has offered have passed, and the school has picked none. */
    public boolean isExpired() {
        return view.slots() == 0 && view.slotsGone() > 0 && view.actions().contains(TicketAction.SCHEDULE) && view.state() != TicketState.IN_WORK;
    }

    /** True if the last measurement failed and nobody can accept. */
    public boolean isFailed() {
        return view.state() == TicketState.MEASURED && !view.passed();
    }

    public String take() {
        return run(() -> tickets.take(id, step()), "ticket.done.take");
    }

    public String release() {
        return run(() -> tickets.release(id, step()), "ticket.done.release");
    }

    public String start() {
        return run(() -> tickets.start(id, step()), "ticket.done.start");
    }

    public String await() {
        return run(() -> tickets.await(id, new Tickets.Wait(view.version(), reason, words)), "ticket.done.wait");
    }

    public String resume() {
        return run(() -> tickets.resume(id, step()), "ticket.done.resume");
    }

    public String measure() {
        return run(() -> tickets.measure(id, measurement.command(view.version())), "ticket.done.measure");
    }

    public String rework() {
        return run(() -> tickets.rework(id, new Tickets.Rework(view.version(), words)), "ticket.done.rework");
    }

    public String close() {
        return run(() -> tickets.close(id, step()), "ticket.done.close");
    }

    public String cancel() {
        return run(() -> tickets.cancel(id, new Tickets.Cancel(view.version(), words)), "ticket.done.cancel");
    }

    public String reopen() {
        return run(() -> tickets.reopen(id, new Tickets.Reopen(view.version(), words)), "ticket.done.reopen");
    }

    public String withdraw() {
        return run(() -> tickets.withdraw(id, new Tickets.Cancel(view.version(), words)), "ticket.done.withdraw");
    }

    public String unfinish() {
        return run(() -> tickets.unfinish(id, new Tickets.Cancel(view.version(), words)), "ticket.done.unfinish");
    }

    /** The acceptance of the work as a whole is taken back. */
    public String unaccept() {
        return run(() -> rooms.withdraw(id, new TicketRooms.Withdraw(view.version(), null, words)), "ticket.done.unaccept");
    }

    private Tickets.Step step() {
        return new Tickets.Step(view.version(), words);
    }

    /** After a refusal the page shows the ticket as it now is; what was typed stays. */
    private String run(Runnable step, String done) {
        return shown(act.run(step, done, "ticket?faces-redirect=true&id=" + id));
    }

    /** The outcome of a step; the form of another room, which takes its step itself, brings it here. */
    public String shown(String outcome) {
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public TicketQueries.View getView() {
        return view;
    }

    public CableClass[] getClasses() {
        return CableClass.values();
    }

    public MeasureForm getMeasurement() {
        return measurement;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
