package de.schulpakt.procurement.web;

import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.procurement.CancelRest;
import de.schulpakt.procurement.OpenItem;
import de.schulpakt.procurement.OrderFilter;
import de.schulpakt.procurement.OrderQueries;
import de.schulpakt.procurement.OrderRow;
import de.schulpakt.procurement.OrderState;
import de.schulpakt.procurement.OrderView;
import de.schulpakt.procurement.Orders;
import de.schulpakt.procurement.PlaceOrder;
import de.schulpakt.procurement.ReceiveDelivery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders, their deliveries and invoices. */
@Path("orders")
@Tag(name = "orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrderResource {
    @Inject
    Orders orders;
    @Inject
    OrderQueries queries;

    @GET
    @Operation(summary = "Orders of the authorities that the token may see, the newest first; open=true: something is awaited")
    public Page<OrderRow> list(@QueryParam("state") OrderState state, @QueryParam("open") Boolean open,
            @QueryParam("supplier") Long supplier, @QueryParam("school") Long school, @QueryParam("q") String q,
            @QueryParam("page") Integer page, @QueryParam("size") Integer size, @QueryParam("sort") String sort) {
        return queries.list(new OrderFilter(state, open, supplier, school, q), PageRequest.of(page, size, sort));
    }

    @GET
    @Path("open-items")
    @Operation(summary = "Lines of approved requests that wait for an order")
    public List<OpenItem> openItems(@QueryParam("supplier") Long supplier) {
        return queries.openItems(supplier);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An order with lines, deliveries, invoices, devices, version, actions and timeline")
    public OrderView view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Order approved lines from one supplier; commits their money")
    public Response place(PlaceOrder cmd) {
        Long id = orders.place(cmd);
        return Response.created(URI.create("orders/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/receive")
    @Operation(summary = "Receive goods with serials and invoice; a delivery note that is booked already changes nothing (409)")
    public OrderView receive(@PathParam("id") long id, ReceiveDelivery c) {
        orders.receive(new ReceiveDelivery(id, c.version(), c.deliveryNoteNo(), c.receivedOn(), c.invoiceNo(), c.invoicedOn(),
                c.lines()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/cancel-rest")
    @Operation(summary = "What is still awaited will not come; its money is free again")
    public OrderView cancelRest(@PathParam("id") long id, CancelRest c) {
        orders.cancelRest(new CancelRest(id, c.version(), c.reason()));
        return queries.view(id);
    }
}
