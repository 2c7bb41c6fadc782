package de.schulpakt.procurement.payment.web;

import de.schulpakt.platform.web.Here;
import de.schulpakt.procurement.payment.PaymentQueries;
import de.schulpakt.procurement.payment.PaymentState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside the list of payment lists, and the one of an invoice. */
@Named
@RequestScoped
public class PaymentsPage {
    @Inject
    PaymentQueries queries;
    @Inject
    Here here;
    private List<PaymentQueries.Payer> payers;
    private PaymentQueries.Listed listed;
    private boolean looked;

    /** The authorities for which the asker pays. */
    public List<PaymentQueries.Payer> getPayers() {
        if (payers == null) {
            payers = queries.payers();
        }
        return payers;
    }

    /** The list in which an invoice stands or stood last, null for none; read once per request of the browser. */
    public PaymentQueries.Listed of(Long invoice) {
        if (!looked) {
            listed = queries.listed(invoice).orElse(null);
            looked = true;
        }
        return listed;
    }

    /** Limits that come from a link and have no field of their own; the form keeps them. */
    public List<String> getKept() {
        return Stream.of("authority").filter(p -> !here.param(p).isEmpty()).toList();
    }

    public PaymentState[] getStates() {
        return PaymentState.values();
    }
}
