package de.schulpakt.funding.household;

import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.platform.text.Money;

/** The own share of amounts that come one after another: the difference of two rounded sums, so that the parts add up to the own share of the whole. */
final class RunningShare {
    private final OwnShare share;
    private long eligible;
    private long told;

    RunningShare(OwnShare share) {
        this.share = share;
    }

    /** The own share of the next amount of eligible expenditure, in cents; a correction may be less than nothing. */
    long next(long cents) {
        eligible += cents;
        long now = share.of(Money.of(eligible)).cents();
        long part = now - told;
        told = now;
        return part;
    }
}
