package de.schulpakt.procurement.receipt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Pieces of a line of a delivery that a school misses, or has got broken. */
@Entity
@Table(name = "goods_check_line")
class GoodsCheckLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "check_id")
    private Long checkId;
    @Column(name = "delivery_line_id")
    private Long deliveryLineId;
    @Column(name = "missing")
    private int missing;
    @Column(name = "broken")
    private int broken;
    @Column(name = "note")
    private String note;

    protected GoodsCheckLine() {
    }

    GoodsCheckLine(Long checkId, GoodsChecks.Lack said) {
        this.checkId = checkId;
        this.deliveryLineId = said.deliveryLineId();
        this.missing = said.missing();
        this.broken = said.broken();
        this.note = said.note() == null || said.note().isBlank() ? null : said.note().strip();
    }
}
