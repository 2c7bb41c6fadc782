package de.schulpakt.procurement.request;

import de.schulpakt.platform.text.Money;

/**
 * What one budget pays of a line.
 *
 * @param cents         gross
 * @param reservationId posting that holds it, null before the approval, after the order and when it is given up
 */
public record Part(Long budgetId, long cents, Long reservationId) {
    /** A part that is not reserved. */
    Part(Long budgetId, long cents) {
        this(budgetId, cents, null);
    }

    /** The part as an amount. */
    public Money amount() {
        return Money.of(cents);
    }
}
