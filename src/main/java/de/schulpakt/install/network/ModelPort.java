package de.schulpakt.install.network;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A port that each device of a model has, as its device type names it. */
@Entity
@Table(name = "model_port")
class ModelPort {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "model_id")
    private Long modelId;
    @Column(name = "place")
    private int place;
    @Column(name = "name")
    private String name;
    @Column(name = "leads_up")
    private boolean leadsUp;

    protected ModelPort() {
    }

    ModelPort(Long modelId, int place, String name, boolean leadsUp) {
        this.modelId = modelId;
        this.place = place;
        this.name = name;
        this.leadsUp = leadsUp;
    }

    /** As people type it. */
    String shown() {
        return shown(name, leadsUp);
    }

    static String shown(String name, boolean leadsUp) {
        return (leadsUp ? "^" : "") + name;
    }
}
