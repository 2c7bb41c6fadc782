package de.schulpakt.procurement.receipt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** Pieces that came beyond what was ordered: nobody pays them, and they are no devices. */
@Entity
@Table(name = "goods_surplus")
class GoodsSurplus {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "order_line_id")
    private Long orderLineId;
    @Column(name = "pieces")
    private int pieces;
    @Column(name = "came_on")
    private LocalDate cameOn;
    @Column(name = "note")
    private String note;
    @Column(name = "actor")
    private String actor;
    @Column(name = "at")
    private Instant at;
    @Column(name = "ended_on")
    private LocalDate endedOn;
    @Column(name = "ended_why")
    private String endedWhy;

    protected GoodsSurplus() {
    }

    GoodsSurplus(Surpluses.Note cmd, String actor, Instant at) {
        this.orderLineId = cmd.orderLineId();
        this.pieces = cmd.pieces();
        this.cameOn = cmd.cameOn();
        this.note = cmd.note() == null || cmd.note().isBlank() ? null : cmd.note().strip();
        this.actor = actor;
        this.at = at;
    }

    /** They are not here any more. */
    void end(LocalDate day, String why) {
        this.endedOn = day;
        this.endedWhy = why.strip();
    }

    boolean ended() {
        return endedOn != null;
    }

    Long orderLineId() {
        return orderLineId;
    }

    int pieces() {
        return pieces;
    }

    Long id() {
        return id;
    }
}
