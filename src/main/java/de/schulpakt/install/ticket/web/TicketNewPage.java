package de.schulpakt.install.ticket.web;

import de.schulpakt.identity.Permission;
import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindQueries;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Opens a ticket for work that no delivery has brought; school, room, device and kind may be given in the URL. */
@Named
@ViewScoped
public class TicketNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Tickets tickets;
    @Inject
    transient SchoolQueries queries;
    @Inject
    transient KindQueries kinds;
    @Inject
    transient DeviceQueries devices;
    @Inject
    transient Language language;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long schoolId;
    private Long roomId;
    private Long deviceId;
    private String deviceName;
    private String kind;
    private String title;
    private String description;
    private Priority priority;
    private LocalDate dueOn;
    private transient Long offeredAt;
    private transient List<Kind> offered = List.of();

    /** Whose only school it is, need not choose it. */
    public void load() {
        act.show(() -> {
            ofAddress();
            List<SchoolQueries.Option> schools = queries.options(Permission.TICKET_OPEN, null, new PageRequest(1, 2, null)).rows();
            if (schoolId == null && schools.size() == 1) {
                schoolId = schools.get(0).id();
            }
        });
    }

    private void ofAddress() {
        deviceId = Params.number(here.param("device"));
        kind = here.param("kind");
        if (deviceId != null) {
            DeviceQueries.View device = devices.view(deviceId);
            deviceName = device.inventoryNo() + " · " + device.maker() + " " + device.model();
            schoolId = device.schoolId();
            roomId = device.roomId();
        }
    }

    /** The kinds that the asker may open at the chosen school. */
    public List<Kind> getKinds() {
        if (!Objects.equals(offeredAt, schoolId)) {
            offeredAt = schoolId;
            offered = schoolId == null ? List.of() : kinds.offered(schoolId);
        }
        return offered;
    }

    /** The name of a kind in the asker's language. */
    public String name(Kind one) {
        return one.name(language.getLocale().getLanguage());
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }

    public String getDeviceName() {
        return deviceName;
    }

    /** Another school was chosen: its rooms are others. */
    public void leaveRoom() {
        roomId = null;
    }

    /** Opens the ticket. */
    public String open() {
        return act.run(() -> "ticket?faces-redirect=true&id=" + tickets.open(new Tickets.Open(schoolId, roomId, kind, title, description,
                priority, deviceId == null ? null : List.of(deviceId), dueOn)),
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

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }
}
