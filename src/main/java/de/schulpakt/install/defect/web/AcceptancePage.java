package de.schulpakt.install.defect.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.defect.Defects;
import de.schulpakt.install.ticket.TicketAction;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketRooms;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rooms of a ticket: in which the work is done, and which of them the school accepts, with pictures of what is to be put right. */
@Named
@ViewScoped
public class AcceptancePage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 3;
    private static final Set<TicketState> ACCEPTED = EnumSet.of(TicketState.ACCEPTED, TicketState.ACCEPTED_WITH_DEFECTS, TicketState.CLOSED);
    @Inject
    transient Guard guard;
    @Inject
    transient Defects defects;
    @Inject
    transient TicketRooms rooms;
    @Inject
    transient TicketQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Intake intake;
    @Inject
    transient Act act;
    private transient TicketQueries.View view;
    private transient List<SchoolQueries.RoomOption> all;
    private Long ticket;
    private List<Long> accepted = new ArrayList<>();
    private List<Long> worked = new ArrayList<>();
    private final Form form = new Form();

    /** Reads the ticket. */
    public void load() {
        act.show(() -> {
            ticket = ticket == null ? Long.valueOf(-1) : ticket;
            worked = getView().rooms().stream().map(TicketQueries.RoomRow::id).collect(Collectors.toCollection(ArrayList::new));
        });
    }

    /** Accepts the rooms that are ticked, with the defects that are typed. */
    public String accept() {
        return accept(accepted);
    }

    /** Accepts all rooms that are not accepted yet, or the work as a whole. */
    public String acceptAll() {
        return accept(null);
    }

    private String accept(List<Long> chosen) {
        return run(() -> {
            List<Defects.Found> found = new ArrayList<>();
            List<Part> parts = new ArrayList<>();
            for (int no = 1; no <= LINES; no++) {
                if (form.text("what" + no) != null || form.day("until" + no) != null || given(part(no))) {
                    found.add(new Defects.Found(form.text("what" + no), form.day("until" + no), form.number("owner" + no), form.number("room" + no)));
                    parts.add(part(no));
                }
            }
            Defects.AcceptRooms cmd = new Defects.AcceptRooms(getView().version(), chosen, found, form.text("note"));
            pictured(parts, 0, new ArrayList<>(), cmd);
        }, "ticket.done.accept");
    }

    /** Takes in one picture after the other, and lets go of them all when the acceptance is kept. */
    private void pictured(List<Part> parts, int at, List<Received> taken, Defects.AcceptRooms cmd) {
        if (at == parts.size()) {
            defects.acceptPictured(ticket, cmd, taken);
        } else if (given(parts.get(at))) {
            intake.with(parts.get(at)::getInputStream, parts.get(at).getSubmittedFileName(), picture -> {
                taken.add(picture);
                pictured(parts, at + 1, taken, cmd);
                return null;
            });
        } else {
            taken.add(null);
            pictured(parts, at + 1, taken, cmd);
        }
    }

    private static boolean given(Part part) {
        return part != null && part.getSize() > 0;
    }

    private Part part(int no) {
        return (Part) form.get("photo" + no);
    }

    /** In which rooms the work is done. */
    public String work() {
        return run(() -> rooms.set(ticket, new TicketRooms.Rooms(getView().version(), worked)), "acceptance.rooms_kept");
    }

    /** A room was not accepted after all. */
    public String withdraw() {
        return run(() -> rooms.withdraw(ticket, new TicketRooms.Withdraw(getView().version(), form.number("withdrawn"), form.text("reason"))), "acceptance.withdrawn");
    }

    private String run(Runnable step, String done) {
        String next = act.run(step, done, "acceptance?faces-redirect=true&ticket=" + ticket);
        view = null;
        form.keySet().removeIf(name -> name.startsWith("photo"));
        return next;
    }

    /** True if the work was accepted: what comes next stands on the page. */
    public boolean isOver() {
        return ACCEPTED.contains(getView().state());
    }

    /** True if the asker accepts work of the school and may rate it. */
    public boolean isRating() {
        return guard.may(Permission.TICKET_ACCEPT, getView().schoolId());
    }

    /** True if the school may accept now. */
    public boolean isAccepting() {
        return getView().actions().contains(TicketAction.ACCEPT);
    }

    /** True if the acceptance of a room or of the work may be taken back now. */
    public boolean isWithdrawing() {
        return getView().actions().contains(TicketAction.WITHDRAW_ROOM) || getView().actions().contains(TicketAction.WITHDRAW_ACCEPTANCE);
    }

    /** True if the rooms of the work may be others. */
    public boolean isWorking() {
        return getView().actions().contains(TicketAction.RANK);
    }

    /** The rooms that are not accepted yet. */
    public List<TicketQueries.RoomRow> getOpen() {
        return getView().rooms().stream().filter(room -> !room.accepted()).toList();
    }

    /** The rooms that are accepted. */
    public List<TicketQueries.RoomRow> getDone() {
        return getView().rooms().stream().filter(TicketQueries.RoomRow::accepted).toList();
    }

    /** All rooms of the school. */
    public List<SchoolQueries.RoomOption> getAll() {
        if (all == null) {
            all = schools.rooms(getView().schoolId());
        }
        return all;
    }

    public TicketQueries.View getView() {
        if (view == null) {
            view = queries.view(ticket);
        }
        return view;
    }

    public Long getTicket() {
        return ticket;
    }

    public void setTicket(Long ticket) {
        this.ticket = ticket;
    }

    public List<Long> getAccepted() {
        return accepted;
    }

    public void setAccepted(List<Long> accepted) {
        this.accepted = accepted;
    }

    public List<Long> getWorked() {
        return worked;
    }

    public void setWorked(List<Long> worked) {
        this.worked = worked;
    }

    public Form getForm() {
        return form;
    }
}
