package de.schulpakt.install.effort;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Time that a ticket took. */
@Entity
@Table(name = "work_time")
class WorkTime {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "ticket_id")
    private Long ticketId;
    @Column(name = "worked_on")
    private LocalDate workedOn;
    @Column(name = "minutes")
    private int minutes;
    @Column(name = "note")
    private String note;
    @Column(name = "taken_back")
    private boolean takenBack;

    protected WorkTime() {
    }

    WorkTime(Long ticketId, LocalDate workedOn, int minutes, String note) {
        this.ticketId = ticketId;
        this.workedOn = workedOn;
        this.minutes = minutes;
        this.note = note;
    }

    void takeBack() {
        takenBack = true;
    }

    boolean takenBack() {
        return takenBack;
    }

    Long id() {
        return id;
    }

    Long ticketId() {
        return ticketId;
    }

    LocalDate workedOn() {
        return workedOn;
    }

    int minutes() {
        return minutes;
    }
}
