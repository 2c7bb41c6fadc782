package de.schulpakt.install.fault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a fault came in by a code, and when. */
@Entity
@Table(name = "fault_report")
class FaultReport {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "code_id")
    private Long codeId;
    @Column(name = "ticket_id")
    private Long ticketId;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "came_at")
    private Instant cameAt;

    protected FaultReport() {
    }

    FaultReport(FaultCode code, Long ticketId, Instant now) {
        this.codeId = code.id();
        this.ticketId = ticketId;
        this.schoolId = code.schoolId();
        this.cameAt = now;
    }
}
