package de.schulpakt.install.ticket.web;

import de.schulpakt.identity.Permission;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** Opens a ticket for work that no delivery has brought; the school may be given in the URL. */
@Named
@ViewScoped
public class TicketNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Tickets tickets;
    @Inject
    transient SchoolQueries queries;
    @Inject
    transient Act act;
    private Long schoolId;
    private Long roomId;
    private String title;
    private LocalDate dueOn;

    /** Whose only school it is, need not choose it. */
    public void load() {
        act.show(() -> {
            List<SchoolQueries.Option> schools = queries.options(Permission.TICKET_OPEN, null, new PageRequest(1, 2, null)).rows();
            if (schoolId == null && schools.size() == 1) {
                schoolId = schools.get(0).id();
            }
        });
    }

    /** Another school was chosen: its rooms are others. */
    public void leaveRoom() {
        roomId = null;
    }

    /** Opens the ticket. */
    public String open() {
        return act.run(() -> "ticket?faces-redirect=true&id=" + tickets.open(new Tickets.Open(schoolId, roomId, title, dueOn)),
                "ticket.done.open");
    }

    public Long getSchoolId() {
        return schoolId;
    }

    public void setSchoolId(Long schoolId) {
        this.schoolId = schoolId;
    }

    public Long getRoomId() {
        return roomId;
    }

    public void setRoomId(Long roomId) {
        this.roomId = roomId;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }
}
