package de.schulpakt.install.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** The protocol of one link; written once, never changed: a new measurement is a new row. */
@Entity
@Table(name = "measurement")
class Measurement {
    private static final int SOCKET = 40;
    private static final int PORT = 60;
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "ticket_id")
    private Long ticketId;
    @Column(name = "socket")
    private String socket;
    @Column(name = "switch_port")
    private String switchPort;
    @Enumerated(EnumType.STRING)
    @Column(name = "cable_class")
    private CableClass cableClass;
    @Column(name = "length_m")
    private BigDecimal lengthM;
    @Column(name = "signal_dbm")
    private Integer signalDbm;
    @Column(name = "passed")
    private boolean passed;
    @Column(name = "note")
    private String note;
    @Column(name = "actor")
    private String actor;
    @Column(name = "measured_at")
    private Instant measuredAt;

    protected Measurement() {
    }

    Measurement(Long ticketId, Tickets.Measure cmd, String actor, Instant measuredAt) {
        this.ticketId = ticketId;
        this.socket = cmd.socket().strip();
        this.switchPort = cmd.switchPort().strip();
        this.cableClass = cmd.cableClass();
        this.lengthM = cmd.lengthM();
        this.signalDbm = cmd.signalDbm();
        this.passed = cmd.passed();
        this.note = cmd.note();
        this.actor = actor;
        this.measuredAt = measuredAt;
    }

    /** What a cable tester has found, kept under the day on which it did. */
    Measurement(Long ticketId, TicketWork.Tested test, String actor) {
        this.ticketId = ticketId;
        this.socket = cut(test.socket(), SOCKET);
        this.switchPort = cut(test.port(), PORT);
        this.cableClass = test.cableClass();
        this.lengthM = test.lengthM();
        this.passed = test.passed();
        this.actor = actor;
        this.measuredAt = test.at();
    }

    private static String cut(String name, int most) {
        return name.length() > most ? name.substring(0, most) : name;
    }
}
