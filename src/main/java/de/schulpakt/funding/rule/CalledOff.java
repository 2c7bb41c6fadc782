package de.schulpakt.funding.rule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/**
 * Says which lines of orders a framework contract has awarded: the room that keeps contracts brings it, orders and R20 ask the same, and the rules know
 * nothing of contracts.
 */
public interface CalledOff {
    /**
     * A line of an order.
     *
     * @param id         of the line
     * @param orderId    of its order
     * @param contractId that it has called off, null for none
     * @param day        on which it was ordered
     */
    record Line(Long id, Long orderId, Long contractId, LocalDate day) {
    }

    /**
     * The ids of those whose contract is an award of its own for them: it runs on their day, and all that orders have called off of it, up to the last
     * of these lines of the order, is within its volume. At most two statements.
     */
    Set<Long> awarded(Collection<Line> lines);
}
