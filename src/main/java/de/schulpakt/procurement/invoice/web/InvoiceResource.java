package de.schulpakt.procurement.invoice.web;

import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.procurement.einvoice.EInvoices;
import de.schulpakt.procurement.invoice.InvoiceList;
import de.schulpakt.procurement.invoice.InvoiceQueries;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.invoice.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invoices, from their capture to their payment. */
@Path("invoices")
@Tag(name = "invoices")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InvoiceResource {
    @Inject
    Invoices invoices;
    @Inject
    InvoiceQueries queries;
    @Inject
    InvoiceList list;
    @Inject
    Reading reading;

    @GET
    @Operation(summary = "Invoices of the authorities that the token may see, the newest first; open=true: not yet paid; sort by supplier, state, invoicedOn, dueOn, paidOn or payableCents")
    public Page<InvoiceList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An invoice with lines, tax, what it has spent, differences, version, actions and timeline")
    public InvoiceQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Write an invoice down as it is printed; moves no money")
    public Response capture(Invoices.Capture cmd) {
        Long id = invoices.capture(cmd);
        return Response.created(URI.create("invoices/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("read")
    @Consumes({"application/xml", "application/pdf", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "Capture an electronic invoice (XRechnung, ZUGFeRD) from its file; order: the order that it belongs to, else the one that it names")
    public Response read(@QueryParam("order") Long order, @QueryParam("filename") String name, InputStream file) throws IOException {
        Long id = reading.read(new Reading.Read(order, name == null || name.isBlank() ? "invoice" : name, file.readNBytes(EInvoices.MOST + 1)));
        return Response.created(URI.create("invoices/" + id)).entity(Map.of("id", id)).build();
    }

    @GET
    @Path("addresses")
    @Operation(summary = "The authorities for which the token may receive, with their Leitweg-IDs")
    public List<InvoiceQueries.AddressOf> addresses() {
        return queries.addresses();
    }

    @PUT
    @Path("addresses/{authority}")
    @Operation(summary = "The Leitweg-ID of an authority; electronic invoices to another one are refused from then on")
    public InvoiceQueries.AddressOf address(@PathParam("authority") long authority, Invoices.Address cmd) {
        invoices.address(authority, cmd);
        return queries.address(authority);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Write a captured invoice down anew")
    public InvoiceQueries.View change(@PathParam("id") long id, Invoices.Change cmd) {
        invoices.change(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/check")
    @Operation(summary = "The invoice was compared with order and receipt; differences are explained")
    public InvoiceQueries.View check(@PathParam("id") long id, Invoices.Check cmd) {
        invoices.check(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/give-back")
    @Operation(summary = "A checked invoice is to be written down anew")
    public InvoiceQueries.View giveBack(@PathParam("id") long id, Invoices.Reason cmd) {
        invoices.giveBack(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/approve")
    @Operation(summary = "Approve an invoice that somebody else has checked; spends its money")
    public InvoiceQueries.View approve(@PathParam("id") long id, Invoices.Approve cmd) {
        invoices.approve(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/pay")
    @Operation(summary = "The treasury has paid")
    public InvoiceQueries.View pay(@PathParam("id") long id, Invoices.Pay cmd) {
        invoices.pay(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/unpay")
    @Operation(summary = "It was not paid after all")
    public InvoiceQueries.View unpay(@PathParam("id") long id, Invoices.Reason cmd) {
        invoices.unpay(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/bounce")
    @Operation(summary = "The bank has returned what was paid: it is open again and can be listed anew")
    public InvoiceQueries.View bounce(@PathParam("id") long id, Invoices.Bounce cmd) {
        invoices.bounce(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "The invoice is not to be paid; what it has spent is taken back")
    public InvoiceQueries.View cancel(@PathParam("id") long id, Invoices.Reason cmd) {
        invoices.cancel(id, cmd);
        return queries.view(id);
    }
}
