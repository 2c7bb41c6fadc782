package de.schulpakt.install.ticket.web;

import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;

/** What a technician types to give a ticket away, to rank, link and end it; the ticket is the one that the page shows. */
@Named
@ViewScoped
public class WorkForm implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient TicketWork work;
    @Inject
    transient Act act;
    private Long technicianId;
    private Long teamId;
    private Priority priority;
    private LocalDate dueOn;
    private Long roomId;
    private String outcome;
    private String otherNo;
    private String note;

    /** Proposes what stands at the ticket; called by its page. */
    public void show(TicketQueries.View ticket) {
        priority = ticket.priority();
        teamId = ticket.teamId();
        dueOn = ticket.dueOn();
        roomId = ticket.roomId();
        outcome = ticket.outcome();
    }

    public String assign(Long id, Integer version) {
        return run(id, () -> work.assign(id, new TicketWork.Assign(version, technicianId, note)), "ticket.done.assign");
    }

    public String team(Long id, Integer version) {
        return run(id, () -> work.team(id, new TicketWork.Team(version, teamId, note)), "ticket.done.team");
    }

    public String rank(Long id, Integer version) {
        return run(id, () -> work.rank(id, new TicketWork.Rank(version, priority, dueOn, note)), "ticket.done.rank");
    }

    public String finish(Long id, Integer version) {
        return run(id, () -> work.finish(id, new TicketWork.Finish(version, roomId, outcome)), "ticket.done.finish");
    }

    public String solve(Long id, Integer version) {
        return run(id, () -> work.solve(id, new TicketWork.Finish(version, roomId, outcome)), "ticket.done.solve");
    }

    public String link(Long id) {
        return run(id, () -> work.link(id, new TicketWork.Link(otherNo)), "ticket.done.link");
    }

    public String unlink(Long id, String no) {
        return run(id, () -> work.unlink(id, new TicketWork.Link(no)), "ticket.done.unlink");
    }

    public String merge(Long id, Integer version) {
        return run(id, () -> work.merge(id, new TicketWork.Merge(version, otherNo)), "ticket.done.merge");
    }

    /** A line of the checklist is done, or not done after all. */
    public String tick(Long id, int stepNo, boolean done) {
        return run(id, () -> work.tick(id, new TicketWork.Tick(stepNo, done)), null);
    }

    private String run(Long id, Runnable step, String done) {
        return act.run(step, done, "ticket?faces-redirect=true&id=" + id);
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }

    public Long getTechnicianId() {
        return technicianId;
    }

    public void setTechnicianId(Long technicianId) {
        this.technicianId = technicianId;
    }

    public Long getTeamId() {
        return teamId;
    }

    public void setTeamId(Long teamId) {
        this.teamId = teamId;
    }

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }

    public Long getRoomId() {
        return roomId;
    }

    public void setRoomId(Long roomId) {
        this.roomId = roomId;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
    }

    public String getOtherNo() {
        return otherNo;
    }

    public void setOtherNo(String otherNo) {
        this.otherNo = otherNo;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
