package de.schulpakt.procurement.award;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A company that was asked for an offer, and what it has said. It is never taken out again. */
@Entity
@Table(name = "award_bid")
class AwardBid {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "award_id")
    private Long awardId;
    @Column(name = "company")
    private String company;
    @Column(name = "supplier_id")
    private Long supplierId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private BidState state;
    @Column(name = "asked_on")
    private LocalDate askedOn;
    @Column(name = "offered_on")
    private LocalDate offeredOn;
    @Column(name = "net_cents")
    private Long netCents;
    @Column(name = "note")
    private String note;

    protected AwardBid() {
    }

    AwardBid(Long awardId, String company, Long supplierId, LocalDate askedOn) {
        this.awardId = awardId;
        this.company = company;
        this.supplierId = supplierId;
        this.state = BidState.ASKED;
        this.askedOn = askedOn;
    }

    /** What it has said; replaces what it said before. */
    void answered(Awards.Answer cmd) {
        boolean offered = cmd.state() == BidState.OFFERED;
        this.state = cmd.state();
        this.offeredOn = offered ? cmd.offeredOn() : null;
        this.netCents = offered ? cmd.netCents() : null;
        this.supplierId = cmd.supplierId() == null ? supplierId : cmd.supplierId();
        this.note = AwardFile.known(cmd.note());
    }

    Long id() {
        return id;
    }

    Long awardId() {
        return awardId;
    }

    String company() {
        return company;
    }

    Long supplierId() {
        return supplierId;
    }

    BidState state() {
        return state;
    }

    LocalDate askedOn() {
        return askedOn;
    }

    LocalDate offeredOn() {
        return offeredOn;
    }

    Long netCents() {
        return netCents;
    }
}
