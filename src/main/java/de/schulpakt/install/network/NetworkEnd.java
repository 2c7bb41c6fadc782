package de.schulpakt.install.network;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One end of a cable in one face of a port; a unique key holds that a face has one cable at a time. */
@Entity
@Table(name = "network_end")
class NetworkEnd {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "cable_id")
    private Long cableId;
    @Column(name = "place")
    private int place;
    @Column(name = "port_id")
    private Long portId;
    @Enumerated(EnumType.STRING)
    @Column(name = "face")
    private Face face;
    /** Null: unplugged. */
    @Column(name = "live")
    private Boolean live = true;

    protected NetworkEnd() {
    }

    NetworkEnd(Long cableId, int place, Long portId, Face face) {
        this.cableId = cableId;
        this.place = place;
        this.portId = portId;
        this.face = face;
    }

    void unplugged() {
        live = null;
    }

    boolean live() {
        return Boolean.TRUE.equals(live);
    }

    Long cableId() {
        return cableId;
    }

    Long portId() {
        return portId;
    }

    Face face() {
        return face;
    }
}
