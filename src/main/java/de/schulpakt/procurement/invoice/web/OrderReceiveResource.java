package de.schulpakt.procurement.invoice.web;

import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.order.OrderQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Goods that come with their invoice. */
@Path("orders/{id}/receive")
@Tag(name = "orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrderReceiveResource {
    @Inject
    Invoices invoices;
    @Inject
    OrderQueries queries;

    @POST
    @Operation(summary = "Receive goods with serials and invoice; a delivery note that is booked already changes nothing (409)")
    public OrderQueries.View receive(@PathParam("id") long id, Invoices.Receive c) {
        invoices.receive(id, c);
        return queries.view(id);
    }
}
