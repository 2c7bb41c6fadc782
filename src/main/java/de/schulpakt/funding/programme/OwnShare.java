package de.schulpakt.funding.programme;

import de.schulpakt.platform.text.Money;

/**
 * What an authority pays itself of eligible expenditure. Published figures round its share half up; where no rule says so it is
 * rounded up, which is never more grant than allowed.
 */
public record OwnShare(int basisPoints, boolean halfUp) {
    /** The own share of an amount of eligible expenditure. */
    public Money of(Money eligible) {
        return halfUp ? eligible.shareHalfUp(basisPoints) : eligible.shareRoundedUp(basisPoints);
    }

    /** The grant: what is left of it. */
    public Money grant(Money eligible) {
        return eligible.minus(of(eligible));
    }
}
