package de.schulpakt.procurement.order.web;

import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.web.Language;
import de.schulpakt.procurement.order.OrderList;
import de.schulpakt.procurement.order.OrderMails;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrderResource {
    @Inject
    Orders orders;
    @Inject
    OrderQueries queries;
    @Inject
    PrintQueries prints;
    @Inject
    Language language;
    @Inject
    OrderMails mails;
    @Inject
    OrderList list;

    @GET
    @Operation(summary = "Orders of the authorities that the token may see, the newest first; open=true: something is awaited; sort by no, supplier, state, orderedOn or expectedOn")
    public Page<OrderList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("open-items")
    @Operation(summary = "Lines of approved requests that wait for an order")
    public List<OrderQueries.OpenItem> openItems(@QueryParam("supplier") Long supplier) {
        return queries.openItems(supplier);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An order with lines, deliveries, invoices, devices, version, actions and timeline")
    public OrderQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("{id}/paper")
    @Produces(PrintQueries.PDF)
    @Operation(summary = "The order sheet for the supplier, as PDF in the language of Accept-Language")
    public Response paper(@PathParam("id") long id) {
        return Response.ok(prints.print("order-sheet", id, null, language.getLocale()).bytes()).build();
    }

    @GET
    @Path("{id}/mails")
    @Operation(summary = "When the order sheet was sent to whom, and what came of the letter")
    public List<OrderQueries.Sent> mails(@PathParam("id") long id) {
        return queries.sent(id);
    }

    @POST
    @Path("{id}/mails")
    @Operation(summary = "Send the order sheet to the supplier by mail; what was sent before only with again=true")
    public List<OrderQueries.Sent> send(@PathParam("id") long id, OrderMails.Send c) {
        mails.send(id, c);
        return queries.sent(id);
    }

    @POST
    @Operation(summary = "Order approved lines from one supplier; commits their money")
    public Response place(Orders.Place cmd) {
        Long id = orders.place(cmd);
        return Response.created(URI.create("orders/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("of-request/{request}")
    @Operation(summary = "Approve a request and order all of it in one step, where one supplier has all its articles: both or neither")
    public Response approveAndPlace(@PathParam("request") long request, Orders.ApproveAndPlace c) {
        Long id = orders.approveAndPlace(request, c);
        return Response.created(URI.create("orders/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/lines")
    @Operation(summary = "Add lines of approved requests to an order whose sheet was not sent yet; commits their money")
    public OrderQueries.View add(@PathParam("id") long id, Orders.Add c) {
        orders.add(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/change")
    @Operation(summary = "The goods are expected on another day, or fewer pieces come; the money of those is free again")
    public OrderQueries.View change(@PathParam("id") long id, Orders.Change c) {
        orders.change(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/award")
    @Operation(summary = "By which decided award file it was placed, said afterwards or instead of another")
    public OrderQueries.View award(@PathParam("id") long id, Orders.Award c) {
        orders.award(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/payers")
    @Operation(summary = "Others pay a line, before or after its invoice: committed and spent money moves by counter-postings, devices and their binding follow")
    public OrderQueries.View repay(@PathParam("id") long id, Orders.Repay c) {
        orders.repay(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/warranty")
    @Operation(summary = "For how many months what comes with a line is under warranty, null: as its model says; devices that are here follow, unless a person has said their day")
    public OrderQueries.View warrant(@PathParam("id") long id, Orders.Warrant c) {
        orders.warrant(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/cancel-rest")
    @Operation(summary = "What is still awaited will not come; its money is free again")
    public OrderQueries.View cancelRest(@PathParam("id") long id, Orders.CancelRest c) {
        orders.cancelRest(id, c);
        return queries.view(id);
    }
}
