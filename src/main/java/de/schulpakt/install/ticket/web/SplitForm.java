package de.schulpakt.install.ticket.web;

import de.schulpakt.install.ticket.TicketParts;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** What a technician types to split the ticket that the page shows, or to take a part back. */
@Named
@ViewScoped
public class SplitForm implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient TicketParts parts;
    @Inject
    transient Act act;
    private Long[] devices = {};
    private Integer[] steps = {};
    private String title;
    private Long roomId;
    private Long technicianId;
    private String note;

    public String split(Long id, Integer version) {
        return run(id, () -> parts.split(id, new TicketParts.Split(version, List.of(new TicketParts.Part(title, roomId, Stream.of(devices).toList(),
                Stream.of(steps).toList(), technicianId)), note)), "ticket.done.split");
    }

    public String splitByRoom(Long id, Integer version) {
        return run(id, () -> parts.splitByRoom(id, new Tickets.Step(version, note)), "ticket.done.split");
    }

    public String rejoin(Long id, Integer version) {
        return run(id, () -> parts.rejoin(id, new Tickets.Cancel(version, note)), "ticket.done.rejoin");
    }

    private String run(Long id, Runnable step, String done) {
        return act.run(step, done, "ticket?faces-redirect=true&id=" + id);
    }

    public Long[] getDevices() {
        return devices.clone();
    }

    public void setDevices(Long[] devices) {
        this.devices = devices.clone();
    }

    public Integer[] getSteps() {
        return steps.clone();
    }

    public void setSteps(Integer[] steps) {
        this.steps = steps.clone();
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public Long getRoomId() {
        return roomId;
    }

    public void setRoomId(Long roomId) {
        this.roomId = roomId;
    }

    public Long getTechnicianId() {
        return technicianId;
    }

    public void setTechnicianId(Long technicianId) {
        this.technicianId = technicianId;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
