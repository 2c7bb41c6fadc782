package de.schulpakt.procurement.receipt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** That a device, or pieces that are only counted, went back or had never come. What came of it later is noted: a replacement or a credit note. */
@Entity
@Table(name = "goods_back")
class GoodsBack {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "order_line_id")
    private Long orderLineId;
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "pieces")
    private int pieces;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private BackKind kind;
    @Column(name = "back_on")
    private LocalDate backOn;
    @Column(name = "reason")
    private String reason;
    @Column(name = "replaced_id")
    private Long replacedId;
    @Column(name = "credit_part_id")
    private Long creditPartId;
    @Column(name = "actor")
    private String actor;
    @Column(name = "at")
    private Instant at;

    protected GoodsBack() {
    }

    GoodsBack(Long orderLineId, Long deviceId, int pieces, Returns.Back cmd, String actor, Instant at) {
        this.orderLineId = orderLineId;
        this.deviceId = deviceId;
        this.pieces = pieces;
        this.kind = cmd.kind();
        this.backOn = cmd.backOn();
        this.reason = cmd.reason().strip();
        this.actor = actor;
        this.at = at;
    }

    /** Another device has come in its place. */
    void replacedBy(Long device) {
        this.replacedId = device;
    }

    /** A credit note gives its money back; null: it does so no longer. */
    void credited(Long part) {
        this.creditPartId = part;
    }

    /** So many of its pieces stay here; the others are a row of their own. */
    GoodsBack without(int some) {
        GoodsBack rest = new GoodsBack();
        rest.orderLineId = orderLineId;
        rest.pieces = pieces - some;
        rest.kind = kind;
        rest.backOn = backOn;
        rest.reason = reason;
        rest.actor = actor;
        rest.at = at;
        this.pieces = some;
        return rest;
    }

    int pieces() {
        return pieces;
    }

    BackKind kind() {
        return kind;
    }

    Long deviceId() {
        return deviceId;
    }
}
