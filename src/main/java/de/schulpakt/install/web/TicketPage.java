package de.schulpakt.install.web;

import de.schulpakt.install.AcceptTicket;
import de.schulpakt.install.AcceptWithDefects;
import de.schulpakt.install.CableClass;
import de.schulpakt.install.CancelTicket;
import de.schulpakt.install.ReworkTicket;
import de.schulpakt.install.TicketAction;
import de.schulpakt.install.TicketQueries;
import de.schulpakt.install.TicketState;
import de.schulpakt.install.TicketStep;
import de.schulpakt.install.TicketView;
import de.schulpakt.install.Tickets;
import de.schulpakt.install.WaitTicket;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
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
    @Inject
    transient Tickets tickets;
    @Inject
    transient TicketQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Clock clock;
    @Inject
    transient Act act;
    private Long id;
    private TicketView view;
    private List<SchoolQueries.RoomOption> rooms = List.of();
    private final VisitForm visit = new VisitForm();
    private final MeasureForm measurement = new MeasureForm();
    private String words;

    /** Reads the ticket. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? -1 : id);
            if (view.actions().contains(TicketAction.MEASURE)) {
                rooms = schools.rooms(view.schoolId());
                if (measurement.getRoomId() == null) {
                    measurement.setRoomId(view.deviceRoomId() != null ? view.deviceRoomId() : view.roomId());
                }
            }
            if (visit.getDay() == null) {
                visit.propose(clock.now());
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
            case IN_WORK -> TicketAction.MEASURE;
            case MEASURED -> view.passed() ? TicketAction.ACCEPT : TicketAction.MEASURE;
            case ACCEPTED, ACCEPTED_WITH_DEFECTS -> TicketAction.CLOSE;
            case CANCELLED, CLOSED -> TicketAction.REOPEN;
        };
        return view.actions().contains(next) ? EnumSet.of(next) : EnumSet.noneOf(TicketAction.class);
    }

    /** What else the asker may do. */
    public Set<TicketAction> getOther() {
        Set<TicketAction> other = EnumSet.noneOf(TicketAction.class);
        other.addAll(view.actions());
        other.removeAll(getNext());
        return other;
    }

    /** True if the last measurement failed and nobody can accept. */
    public boolean isFailed() {
        return view.state() == TicketState.MEASURED && !view.passed();
    }

    public String take() {
        return run(() -> tickets.take(step()), "ticket.done.take");
    }

    public String release() {
        return run(() -> tickets.release(step()), "ticket.done.release");
    }

    public String schedule() {
        return run(() -> tickets.schedule(visit.command(id, view.version())), "ticket.done.schedule");
    }

    public String start() {
        return run(() -> tickets.start(step()), "ticket.done.start");
    }

    public String await() {
        return run(() -> tickets.await(new WaitTicket(id, view.version(), words)), "ticket.done.wait");
    }

    public String resume() {
        return run(() -> tickets.resume(step()), "ticket.done.resume");
    }

    public String measure() {
        return run(() -> tickets.measure(measurement.command(id, view.version())), "ticket.done.measure");
    }

    public String rework() {
        return run(() -> tickets.rework(new ReworkTicket(id, view.version(), words)), "ticket.done.rework");
    }

    public String accept() {
        return run(() -> tickets.accept(new AcceptTicket(id, view.version(), words)), "ticket.done.accept");
    }

    public String acceptWithDefects() {
        return run(() -> tickets.acceptWithDefects(new AcceptWithDefects(id, view.version(), words)), "ticket.done.accept");
    }

    public String close() {
        return run(() -> tickets.close(step()), "ticket.done.close");
    }

    public String cancel() {
        return run(() -> tickets.cancel(new CancelTicket(id, view.version(), words)), "ticket.done.cancel");
    }

    public String reopen() {
        return run(() -> tickets.reopen(step()), "ticket.done.reopen");
    }

    private TicketStep step() {
        return new TicketStep(id, view.version(), words);
    }

    /** After a refusal the page shows the ticket as it now is; what was typed stays. */
    private String run(Runnable step, String done) {
        String outcome = act.run(step, done, "ticket?faces-redirect=true&id=" + id);
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

    public TicketView getView() {
        return view;
    }

    public List<SchoolQueries.RoomOption> getRooms() {
        return rooms;
    }

    public CableClass[] getClasses() {
        return CableClass.values();
    }

    public VisitForm getVisit() {
        return visit;
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
