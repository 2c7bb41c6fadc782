package de.schulpakt.funding.settlement;

import de.schulpakt.funding.ledger.SpendingSource;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import java.util.List;

/**
 * An expenditure that was not drawn, and what the rules say of drawing it now.
 *
 * @param spending what was bought; null for a correction, and for what the asker may not see
 * @param taken    true if the drawdown takes it along
 */
record Judged(Proposals.Open open, SpendingSource.Spending spending, List<Reason> reasons, boolean taken) {
    /**
     * Why it should not be drawn now.
     *
     * @param refused  what says so
     * @param verified true: a confirmed rule says so, it is refused; false: it is a warning
     * @param waits    true: it is only too early, so nobody proposes it
     */
    record Reason(Refused refused, boolean verified, boolean waits) {
        Sentence words() {
            return Sentence.of(refused.code(), refused.args().toArray());
        }
    }

    /** True if a confirmed rule forbids it. */
    boolean forbidden() {
        return reasons.stream().anyMatch(Reason::verified);
    }

    /** True if it is proposed: nothing forbids it, and it is not too early. */
    boolean proposed() {
        return reasons.stream().noneMatch(r -> r.verified() || r.waits());
    }

    Judged taken(boolean along) {
        return new Judged(open, spending, reasons, along);
    }

    Money amount() {
        return open.amount();
    }

    /** What was taken back of the same line of an order has the same key; null where nothing is known of it. */
    String bought() {
        return spending == null ? null : bought(spending);
    }

    static String bought(SpendingSource.Spending spending) {
        return spending.orderId() + ":" + spending.line();
    }

    /** What the same invoice says of the same line of an order has the same key, such as its cash discount; null without an invoice. */
    String billed() {
        return spending == null || spending.bill() == null || spending.bill().invoiceId() == null ? null : bought() + ":" + spending.bill().invoiceId();
    }
}
