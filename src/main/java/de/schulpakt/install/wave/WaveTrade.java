package de.schulpakt.install.wave;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A trade of a wave. */
@Entity
@Table(name = "wave_trade")
class WaveTrade {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "wave_id")
    private Long waveId;
    @Column(name = "line_no")
    private int lineNo;
    @Column(name = "kind_code")
    private String kindCode;
    @Column(name = "per_building")
    private boolean perBuilding;
    @Column(name = "network")
    private boolean network;
    @Column(name = "per_day")
    private int perDay;

    protected WaveTrade() {
    }

    WaveTrade(Long waveId, int lineNo, Waves.Trade trade) {
        this.waveId = waveId;
        this.lineNo = lineNo;
        this.kindCode = trade.kind();
        this.perBuilding = trade.perBuilding();
        this.network = trade.network();
        this.perDay = trade.perDay();
    }

    Long id() {
        return id;
    }
}
