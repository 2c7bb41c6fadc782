package de.schulpakt.install.wave;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A ticket of a wave; made by {@link WaveRows}. */
@Entity
@Table(name = "wave_ticket")
class WaveTicket {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "wave_id")
    private Long waveId;
    @Column(name = "trade_id")
    private Long tradeId;
    @Column(name = "ticket_id")
    private Long ticketId;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "building_id")
    private Long buildingId;
    @Column(name = "room_id")
    private Long roomId;
    @Column(name = "planned_on")
    private LocalDate plannedOn;
    @Column(name = "ended_on")
    private LocalDate endedOn;
    @Column(name = "waiver")
    private String waiver;

    protected WaveTicket() {
    }

    Long waveId() {
        return waveId;
    }

    void ended(LocalDate on) {
        endedOn = on;
    }

    void waive(String why) {
        waiver = why;
    }

    /** Its network comes first after all. */
    void unwaive() {
        waiver = null;
    }

    boolean waived() {
        return waiver != null;
    }
}
