package de.schulpakt.install.wave;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** What each ticket of a trade takes. */
@Entity
@Table(name = "wave_material")
class WaveMaterial {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "trade_id")
    private Long tradeId;
    @Column(name = "line_no")
    private int lineNo;
    @Column(name = "name")
    private String name;
    @Column(name = "amount")
    private BigDecimal amount;

    protected WaveMaterial() {
    }

    WaveMaterial(Long tradeId, int lineNo, Waves.Material material) {
        this.tradeId = tradeId;
        this.lineNo = lineNo;
        this.name = material.name().strip();
        this.amount = material.amount();
    }
}
