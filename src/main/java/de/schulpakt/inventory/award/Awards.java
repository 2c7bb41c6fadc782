package de.schulpakt.inventory.award;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The positions of awards that may have paid for devices of schools. The inventory stands below the money: a room above it answers. Nothing here asks
 * the guard: who asks has asked for {@code DELIVERY_RECEIVE} at these schools.
 */
public interface Awards {
    /** The positions of these schools, a few statements however many. */
    List<Award> of(Collection<Long> schools);

    /** Keeps everybody else who ties to the position waiting until the transaction has ended, so that what is left of it is asked by one at a time. */
    void alone(long budgetId);

    /** How a position binds what it paid for and was bought on that day; null if its programme has no complete rule. */
    Bound binding(long budgetId, LocalDate boughtOn);

    /** How a position is called, kept as frozen text on what it paid for. */
    String label(long budgetId);

    /**
     * A position of a decided award.
     *
     * @param applicationNo number of the application
     * @param reference     file number of the decision, may be null
     * @param positionNo    number of the position in its application
     * @param label         programme, application, position and what it is for, to choose from
     * @param from          first day of the approval period, null if the decision names none; so {@code to}
     * @param approvedCents what is approved for the position: gross, own share included, in cents
     * @param leftCents     what is left of that after what was spent, what is committed and what was tied to the position without an order, in cents; below
     *                      zero if it is overdrawn
     * @param prices        gross prices of a piece in cents that plan and orders of the position name
     * @param kinds         names of the kinds of models that its category pays for
     * @param suppliers     names of those who have supplied for the position
     */
    record Award(Long budgetId, Long schoolId, String applicationNo, String reference, Integer positionNo, String label, LocalDate from, LocalDate to,
            Long approvedCents, Long leftCents, Set<Long> prices, Set<String> kinds, Set<String> suppliers) {
    }

    /**
     * How long what was bought is bound to its purpose.
     *
     * @param start    name of the event that starts it, as the inventory calls it; so {@code mode}, how its end is counted
     * @param verified false: by a rule that nobody has verified
     */
    record Bound(String start, int years, String mode, boolean verified) {
    }
}
