package de.schulpakt.procurement.invoice.web;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
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
    @Inject
    Guard guard;
    private List<InvoiceQueries.OfOrder> ofOrder;
    private List<InvoiceQueries.AddressOf> addresses;

    /** All that speak of lines of an order, read once per request of the browser. */
    public List<InvoiceQueries.OfOrder> of(Long order) {
        if (ofOrder == null) {
            ofOrder = queries.ofOrder(order);
        }
        return ofOrder;
    }

    /** True if the asker may read electronic invoices. */
    public boolean isMayRead() {
        return guard.may(DELIVERY_RECEIVE);
    }

    /** The authorities for which the asker receives. */
    public List<InvoiceQueries.AddressOf> getAddresses() {
        if (addresses == null) {
            addresses = isMayRead() ? queries.addresses() : List.of();
        }
        return addresses;
    }

    /** Limits that come from a link and have no field of their own; the form keeps them. */
    public List<String> getKept() {
        return Stream.of("open", "supplier", "order", "application", "booked", "paid", "file").filter(p -> !here.param(p).isEmpty()).toList();
    }

    public InvoiceState[] getStates() {
        return InvoiceState.values();
    }
}
