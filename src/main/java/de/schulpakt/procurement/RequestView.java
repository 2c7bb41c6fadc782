package de.schulpakt.procurement;

import de.schulpakt.funding.Category;
import de.schulpakt.platform.HistoryEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A request whole. Amounts gross, in cents.
 *
 * @param answer     question, reason or note of the funding officer
 * @param totalCents at the prices of the lines
 * @param pieces     wanted
 * @param ordered    of these, what is ordered and not cancelled
 * @param delivered  of these, what has come
 * @param devices    devices that have come, without accessories
 * @param placed     of these, what stands in a room
 * @param inService  of these, what is in service
 * @param turn       who is to act
 * @param turnSince  since when
 * @param payers     positions that pay, or would pay; empty if the asker may not see the school's budgets
 */
public record RequestView(Long id, String no, String title, String reason, Long schoolId, String school, RequestState state,
        String answer, Instant createdAt, Instant submittedAt, Long totalCents, Integer pieces, Integer ordered,
        Integer delivered, Integer devices, Integer placed, Integer inService, Turn turn, Instant turnSince, List<Line> lines,
        List<Payer> payers, Set<RequestAction> actions, Integer version, List<HistoryEntry> timeline) {

    /**
     * A line of the request.
     *
     * @param priceCents   unit price that counts
     * @param currentCents unit price in the catalogue now
     * @param offered      false: the item can no longer be requested or ordered
     * @param orderId      the order that calls it off, null if none does
     */
    public record Line(Long id, Integer lineNo, Long itemId, String article, String maker, String model, String contract,
            LocalDate validTo, Boolean offered, Long roomId, String room, String building, Integer quantity, Long priceCents,
            Long sumCents, Long currentCents, Category category, Long budgetId, Long orderId, String orderNo,
            LocalDate expectedOn, Integer ordered, Integer delivered, Integer cancelled) {

        /** True if the catalogue has another price now. */
        public boolean drifted() {
            return !Objects.equals(priceCents, currentCents);
        }
    }
}
