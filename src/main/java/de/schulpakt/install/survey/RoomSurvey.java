package de.schulpakt.install.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** What was found in a room. */
@Entity
@Table(name = "room_survey")
class RoomSurvey {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "room_id")
    private Long roomId;
    @Column(name = "power")
    private Boolean enough;
    @Column(name = "note")
    private String note;
    @Column(name = "surveyed_on")
    private LocalDate surveyedOn;
    @Column(name = "surveyed_by")
    private String surveyedBy;
    /** True for the latest of a room, null for all before: a unique key holds that there is one. */
    @Column(name = "live")
    private Boolean live;

    protected RoomSurvey() {
    }

    RoomSurvey(Long schoolId, Long roomId, boolean power, String note, LocalDate on, String by) {
        this.schoolId = schoolId;
        this.roomId = roomId;
        this.enough = power;
        this.note = note;
        this.surveyedOn = on;
        this.surveyedBy = by;
        this.live = true;
    }

    /** Another one takes its place. */
    void followed() {
        live = null;
    }
}
