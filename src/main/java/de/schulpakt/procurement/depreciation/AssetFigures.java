package de.schulpakt.procurement.depreciation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.List;

/** From the value at the beginning of a year to that at its end, of things and of the special item beside them; in cents. */
@Embeddable
class AssetFigures {
    @Column(name = "opening_cents")
    private long opening;
    @Column(name = "addition_cents")
    private long addition;
    @Column(name = "correction_cents")
    private long correction;
    @Column(name = "depreciation_cents")
    private long depreciation;
    @Column(name = "disposal_cents")
    private long disposal;
    @Column(name = "closing_cents")
    private long closing;
    @Column(name = "item_opening_cents")
    private long itemOpening;
    @Column(name = "item_addition_cents")
    private long itemAddition;
    @Column(name = "item_correction_cents")
    private long itemCorrection;
    @Column(name = "item_release_cents")
    private long itemRelease;
    @Column(name = "item_disposal_cents")
    private long itemDisposal;
    @Column(name = "item_closing_cents")
    private long itemClosing;

    protected AssetFigures() {
    }

    /** Nothing yet. */
    static AssetFigures none() {
        return new AssetFigures();
    }

    /**
     * Of one thing.
     *
     * @param year   what its statement says
     * @param before what the last run said, null if none did
     * @param first  true for the first run of an authority, which takes over what was written off before
     */
    static AssetFigures of(Year year, Standing before, boolean first) {
        long bookedCost = first ? year.costBefore() : before == null ? 0 : before.cost();
        long bookedGrant = first ? year.grantBefore() : before == null ? 0 : before.grant();
        AssetFigures made = new AssetFigures();
        made.opening = first ? year.opening() : before == null ? 0 : before.closing();
        made.addition = year.cost() - bookedCost;
        made.depreciation = year.depreciation();
        made.disposal = year.disposal();
        made.closing = year.closing();
        made.correction = made.opening + made.addition - made.depreciation - made.disposal - made.closing;
        made.itemOpening = first ? year.itemOpening() : before == null ? 0 : before.itemClosing();
        made.itemAddition = year.grant() - bookedGrant;
        made.itemRelease = year.itemRelease();
        made.itemDisposal = year.itemDisposal();
        made.itemClosing = year.itemClosing();
        made.itemCorrection = made.itemOpening + made.itemAddition - made.itemRelease - made.itemDisposal - made.itemClosing;
        return made;
    }

    /** Of a thing that no statement of the year names any more, as it was given up before; what never came is taken out with its cost. */
    static AssetFigures gone(Standing before, boolean never) {
        return of(never ? new Year(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                : new Year(before.cost(), before.cost(), 0, 0, 0, 0, before.grant(), before.grant(), 0, 0, 0, 0), before, false);
    }

    /** One more thing. */
    void add(AssetFigures more) {
        opening += more.opening;
        addition += more.addition;
        correction += more.correction;
        depreciation += more.depreciation;
        disposal += more.disposal;
        closing += more.closing;
        itemOpening += more.itemOpening;
        itemAddition += more.itemAddition;
        itemCorrection += more.itemCorrection;
        itemRelease += more.itemRelease;
        itemDisposal += more.itemDisposal;
        itemClosing += more.itemClosing;
    }

    /** In the order of the columns. */
    List<Object> values() {
        return Arrays.asList(opening, addition, correction, depreciation, disposal, closing, itemOpening, itemAddition, itemCorrection, itemRelease, itemDisposal, itemClosing);
    }

    /** What is booked under a word. */
    long of(AssetMovement movement) {
        return switch (movement) {
            case DEPRECIATION -> depreciation;
            case DISPOSAL -> disposal;
            case CORRECTION -> correction;
            case RELEASE -> itemRelease;
            case ITEM_DISPOSAL -> itemDisposal;
            case ITEM_CORRECTION -> itemCorrection;
        };
    }

    /** What the last run said of a thing. */
    record Standing(long cost, long grant, long closing, long itemClosing) {
    }

    /** What the statement of a year says of a thing; costBefore and grantBefore are nothing for one that came in the year. */
    record Year(long cost, long costBefore, long opening, long depreciation, long disposal, long closing, long grant, long grantBefore, long itemOpening,
            long itemRelease, long itemDisposal, long itemClosing) {
    }
}
