package de.schulpakt.procurement.invoice.web;

import de.schulpakt.platform.web.Here;
import de.schulpakt.procurement.invoice.InvoiceQueries;
import de.schulpakt.procurement.invoice.InvoiceState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside the list of invoices, and those of an order. */
@Named
@RequestScoped
public class InvoicesPage {
    @Inject
    InvoiceQueries queries;
    @Inject
    Here here;

    /** All that speak of lines of an order. */
    public List<InvoiceQueries.OfOrder> of(Long order) {
        return queries.ofOrder(order);
    }

    /** Limits that come from a link and have no field of their own; the form keeps them. */
    public List<String> getKept() {
        return Stream.of("open", "supplier", "order").filter(p -> !here.param(p).isEmpty()).toList();
    }

    public InvoiceState[] getStates() {
        return InvoiceState.values();
    }
}
