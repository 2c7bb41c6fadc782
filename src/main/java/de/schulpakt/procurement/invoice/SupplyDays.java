package de.schulpakt.procurement.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** On which days the pieces came that an invoice pays: those that came first are paid first. */
final class SupplyDays {
    /** Pieces of a line of an order that came on a day. */
    record Come(Long orderLineId, LocalDate day, Integer pieces) {
    }

    private SupplyDays() {
    }

    /**
     * @param come  of one line, in the order in which it came
     * @param after pieces that are paid already
     * @return the days of the pieces that follow, none if so many have not come
     */
    static NavigableSet<LocalDate> of(List<Come> come, int after, int pieces) {
        TreeSet<LocalDate> days = new TreeSet<>();
        int before = 0;
        for (Come one : come) {
            int until = before + one.pieces();
            if (until > after && before < after + pieces) {
                days.add(one.day());
            }
            before = until;
        }
        return days;
    }
}
