package de.schulpakt.procurement.request;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.text.Money;
import java.util.List;

/**
 * A line of a request as the orders see it, its request being locked.
 *
 * @param price         gross, for one piece, as the request says
 * @param budgetId      budget under whose rules it stands: the position that pays most of it, own money only where no position pays;
 *                      null before the approval
 * @param reservationId posting that holds that part, null if nothing is held: not approved, ordered already or given up
 * @param payers        who pays which part of it, together its total; empty before the approval
 * @param category      kind of goods
 */
public record Wish(Long id, Long requestId, String requestNo, Long schoolId, Long itemId, Long roomId, int quantity, Money price,
        Long budgetId, Long reservationId, List<Part> payers, Category category) {
    /** Its request. */
    public Ref request() {
        return new Ref("Request", requestId, requestNo).ofSchool(schoolId);
    }

    /** Gross amount. */
    public Money total() {
        return price.times(quantity);
    }

    /** True while money is reserved for it and it is not ordered. */
    public boolean open() {
        return reservationId != null;
    }
}
