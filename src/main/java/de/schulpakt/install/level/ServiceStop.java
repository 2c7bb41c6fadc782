package de.schulpakt.install.level;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Whether waiting for somebody stops the clock. */
@Entity
@Table(name = "service_stop")
class ServiceStop {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(name = "reason")
    private WaitingReason reason;
    @Column(name = "stops")
    private boolean stops;

    protected ServiceStop() {
    }

    WaitingReason reason() {
        return reason;
    }

    boolean stops() {
        return stops;
    }

    void stop(boolean whether) {
        stops = whether;
    }
}
