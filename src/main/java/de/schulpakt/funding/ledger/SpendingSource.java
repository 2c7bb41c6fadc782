package de.schulpakt.funding.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says what was bought with an expenditure: each room that spends brings a bean that knows its own sources, so that a drawdown or
 * a proof can name invoice, payee and devices and yet know nothing of orders.
 */
public interface SpendingSource {
    /**
     * What was bought.
     *
     * @param orderId    of the order, for its page
     * @param invoiceNo  null while the invoice has not come
     * @param receivedOn day on which it came
     * @param bill       what stands on its invoice
     * @param deviceIds  devices that were paid by it; none for what is not inventoried
     */
    record Spending(Long orderId, String orderNo, Integer line, String item, Integer quantity, String payee, String invoiceNo,
            LocalDate invoicedOn, LocalDate receivedOn, Bill bill, List<Long> deviceIds) {
    }

    /**
     * What an invoice says of it, whoever pays; in cents, less than nothing on a credit note.
     *
     * @param discountCents its part of the discounts on the whole invoice, net
     * @param dueOn         day on which it is to be paid; without one on the invoice its own day, because it is due at once (BGB § 271)
     * @param paidOn        null while it was not paid
     * @param file          name of the invoice among the papers, null without one
     */
    record Bill(Long invoiceId, Long netCents, Long vatCents, Long grossCents, Long discountCents, LocalDate dueOn, LocalDate paidOn, String file) {
    }

    /** The words before the colon of the sources that this room makes. */
    Set<String> kinds();

    /** What was bought, by the number behind the colon; without what the asker may not see. At most two statements. */
    Map<Long, Spending> spendings(String kind, Set<Long> ids);
}
