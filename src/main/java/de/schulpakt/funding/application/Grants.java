package de.schulpakt.funding.application;

import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.platform.text.Money;
import java.util.List;

/** What the applications of an authority use up of the programme's ceiling. */
record Grants(List<One> applications) {
    /**
     * One application.
     *
     * @param ownShareBp own share in basis points, frozen at submission
     * @param halfUp     how it is rounded, frozen too
     * @param counted    eligible expenditure that counts: what was approved, or what is applied for before the decision
     * @param applied    eligible expenditure that was applied for
     */
    record One(Long authorityId, Integer ownShareBp, boolean halfUp, Money counted, Money applied) {
        Money grant() {
            return new OwnShare(ownShareBp, halfUp).grant(counted);
        }
    }

    /** Nothing. */
    static final Grants NONE = new Grants(List.of());

    /** Grant money of all, without own share. */
    Money grant() {
        return applications.stream().map(One::grant).reduce(Money.ZERO, Money::plus);
    }

    /** Eligible expenditure that counts against the ceiling, own share included. */
    Money counted() {
        return applications.stream().map(One::counted).reduce(Money.ZERO, Money::plus);
    }

    /** Eligible expenditure that was applied for, own share included. */
    Money applied() {
        return applications.stream().map(One::applied).reduce(Money.ZERO, Money::plus);
    }
}
