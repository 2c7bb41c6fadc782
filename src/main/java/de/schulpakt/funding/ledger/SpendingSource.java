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
     * @param deviceIds  devices that were paid by it; none for what is not inventoried
     */
    record Spending(Long orderId, String orderNo, Integer line, String item, Integer quantity, String payee, String invoiceNo,
            LocalDate invoicedOn, LocalDate receivedOn, List<Long> deviceIds) {
    }

    /** The words before the colon of the sources that this room makes. */
    Set<String> kinds();

    /** What was bought, by the number behind the colon; without what the asker may not see. At most two statements. */
    Map<Long, Spending> spendings(String kind, Set<Long> ids);
}
