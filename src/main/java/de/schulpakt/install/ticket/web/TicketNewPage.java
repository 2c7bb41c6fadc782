package de.schulpakt.install.ticket.web;

import de.schulpakt.identity.Permission;
import de.schulpakt.install.ticket.Tickets;
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
    private List<SchoolQueries.Option> schools = List.of();
    private List<SchoolQueries.RoomOption> rooms = List.of();
    private Long schoolId;
    private Long roomId;
    private String title;
    private LocalDate dueOn;

    /** Reads the schools, and the rooms of the one that is known. */
    public void load() {
        act.show(() -> {
            schools = queries.options(Permission.TICKET_OPEN);
            if (schoolId == null && schools.size() == 1) {
                schoolId = schools.get(0).id();
            }
            loadRooms();
        });
    }

    /** Reads the rooms of the chosen school. */
    public void loadRooms() {
        rooms = schoolId == null ? List.of() : queries.rooms(schoolId);
        roomId = null;
    }

    /** Opens the ticket. */
    public String open() {
        return act.run(() -> "ticket?faces-redirect=true&id=" + tickets.open(new Tickets.Open(schoolId, roomId, title, dueOn)),
                "ticket.done.open");
    }

    public List<SchoolQueries.Option> getSchools() {
        return schools;
    }

    public List<SchoolQueries.RoomOption> getRooms() {
        return rooms;
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
