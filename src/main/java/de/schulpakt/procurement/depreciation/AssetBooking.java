package de.schulpakt.procurement.depreciation;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A year of an authority as it went to the ledger. Its parts are {@link AssetBookingLine}s, what is booked are {@link AssetEntry}s. */
@Entity
@Table(name = "asset_booking")
class AssetBooking implements Stateful<AssetBookingState, AssetBookingAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "year")
    private int year;
    @Column(name = "open_year")
    private Integer openYear;
    @Column(name = "statement_id")
    private Long statementId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private AssetBookingState state;
    @Column(name = "takes_over")
    private boolean takesOver;
    @Column(name = "devices")
    private int devices;
    @Embedded
    private AssetFigures figures;
    @Column(name = "booked_at")
    private Instant bookedAt;
    @Version
    @Column(name = "version")
    private int version;

    protected AssetBooking() {
    }

    AssetBooking(String no, AssetBookings.Statement of, boolean takesOver, Instant at) {
        this.no = no;
        this.authorityId = of.authorityId();
        this.year = of.year();
        this.openYear = of.year();
        this.statementId = of.id();
        this.state = AssetBookingState.BOOKED;
        this.takesOver = takesOver;
        this.figures = AssetFigures.none();
        this.bookedAt = at;
    }

    /** One more thing. */
    void adds(AssetFigures more) {
        devices++;
        figures.add(more);
    }

    @Override
    public Transitions<AssetBookingState, AssetBookingAction> flow() {
        return AssetBookingFlow.FLOW;
    }

    @Override
    public Change<AssetBookingState> apply(AssetBookingAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<AssetBookingState> change = AssetBookingFlow.FLOW.step(state, action);
        this.state = change.to();
        this.openYear = null;
        return change;
    }

    Long id() {
        return id;
    }

    int year() {
        return year;
    }

    int devices() {
        return devices;
    }

    AssetFigures figures() {
        return figures;
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public AssetBookingState state() {
        return state;
    }

    @Override
    public Ref ref() {
        return new Ref("AssetBooking", id, no).ofAuthority(authorityId);
    }
}
