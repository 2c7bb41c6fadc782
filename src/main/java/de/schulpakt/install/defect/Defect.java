package de.schulpakt.install.defect;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** What a school found when it accepted; never changed. */
@Entity
@Table(name = "defect")
class Defect {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "ticket_id")
    private Long ticketId;
    @Column(name = "line_no")
    private int lineNo;
    @Column(name = "what")
    private String what;
    @Column(name = "due_on")
    private LocalDate dueOn;
    @Column(name = "follow_id")
    private Long followId;

    /** Where it is, null if not said. */
    @Column(name = "room_id")
    private Long roomId;

    protected Defect() {
    }

    Defect(Long ticketId, int lineNo, String what, LocalDate dueOn, Long followId, Long roomId) {
        this.ticketId = ticketId;
        this.lineNo = lineNo;
        this.what = what;
        this.dueOn = dueOn;
        this.followId = followId;
        this.roomId = roomId;
    }
}
