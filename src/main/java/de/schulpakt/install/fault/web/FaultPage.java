package de.schulpakt.install.fault.web;

import de.schulpakt.identity.Permission;
import de.schulpakt.install.fault.FaultQueries;
import de.schulpakt.install.fault.Faults;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.util.List;

/** Reports a fault; device, room or school stand in the address. */
@Named
@ViewScoped
public class FaultPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Faults faults;
    @Inject
    transient FaultQueries queries;
    @Inject
    transient DeviceQueries devices;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Photo photos;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private transient Part photo;
    private Long schoolId;
    private Long roomId;
    private Long deviceId;
    private String place;
    private transient List<FaultQueries.Known> known;
    private String words;
    private Priority priority;

    /** Finds out where the fault is. */
    public void load() {
        act.show(() -> {
            deviceId = Params.number(here.param("device"));
            roomId = Params.number(here.param("room"));
            schoolId = Params.number(here.param("school"));
            if (deviceId != null) {
                DeviceQueries.View device = devices.view(deviceId);
                schoolId = device.schoolId();
                place = device.inventoryNo() + " · " + device.maker() + " " + device.model();
            } else if (roomId != null) {
                SchoolQueries.RoomRef room = schools.room(roomId);
                schoolId = room.schoolId();
                schools.school(schoolId);
                place = room.name() + " · " + room.school();
            } else if (schoolId != null) {
                place = schools.school(schoolId).name();
            } else {
                List<SchoolQueries.Option> mine = schools.options(Permission.TICKET_OPEN, null, new PageRequest(1, 2, null)).rows();
                schoolId = mine.size() == 1 ? mine.get(0).id() : null;
            }
        });
    }

    /** Reports it; the ticket's page comes next. */
    public String report() {
        return act.run(() -> "ticket?faces-redirect=true&id=" + photos.with(photo, picture -> faults.report(
                new Faults.Report(schoolId, roomId, deviceId, words, priority), picture)), "fault.done");
    }

    /** What is being worked on there already. */
    public List<FaultQueries.Known> getKnown() {
        if (known == null) {
            known = schoolId == null ? List.of() : queries.known(schoolId, roomId, deviceId);
        }
        return known;
    }

    /** Another school was chosen: its rooms are others. */
    public void leaveRoom() {
        roomId = null;
    }

    /** How the place is called that the address names; null if none is named. */
    public String getPlace() {
        return place;
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }

    public Part getPhoto() {
        return photo;
    }

    public void setPhoto(Part photo) {
        this.photo = photo;
    }

    public Long getSchoolId() {
        return schoolId;
    }

    public void setSchoolId(Long schoolId) {
        this.schoolId = schoolId;
        known = null;
    }

    public Long getRoomId() {
        return roomId;
    }

    public void setRoomId(Long roomId) {
        this.roomId = roomId;
        known = null;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }
}
