package de.schulpakt.procurement;

import java.util.List;

/**
 * What lines would cost today and who would pay them, before the request is written. Amounts gross, in cents.
 *
 * @param lines  unit price and sum per line, in the order asked
 * @param payers per position, empty if the asker may not see the school's budgets
 */
public record RequestPreview(List<Line> lines, Long totalCents, List<Payer> payers) {
    /** A line with today's price; null where there is no such item. */
    public record Line(Long itemId, Integer quantity, Long priceCents, Long sumCents) {
    }
}
