package de.schulpakt.procurement.payment.web;

import de.schulpakt.procurement.payment.PaymentQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Invoices, payment lists and accounts that wait for the asker as the second person, for the card of the home page; asked once per request. */
@Named
@RequestScoped
public class PaymentsToConfirm {
    @Inject
    PaymentQueries queries;
    private List<PaymentQueries.Second> all;

    /** Invoices first, the oldest first. */
    public List<PaymentQueries.Second> getAll() {
        if (all == null) {
            all = queries.toConfirm();
        }
        return all;
    }
}
