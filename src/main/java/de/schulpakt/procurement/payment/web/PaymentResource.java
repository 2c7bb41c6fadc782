package de.schulpakt.procurement.payment.web;

import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.procurement.payment.PaymentFiles;
import de.schulpakt.procurement.payment.PaymentList;
import de.schulpakt.procurement.payment.PaymentQueries;
import de.schulpakt.procurement.payment.PaymentSettings;
import de.schulpakt.procurement.payment.Payments;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Payment lists for the treasury. */
@Path("payments")
@Tag(name = "payments")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PaymentResource {
    @Inject
    Payments payments;
    @Inject
    PaymentSettings settings;
    @Inject
    PaymentQueries queries;
    @Inject
    PaymentFiles files;
    @Inject
    PaymentList list;

    @GET
    @Operation(summary = "Payment lists of the authorities that the token may see, the newest first; amounts gross, in cents")
    public Page<PaymentList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A payment list with its items, actions, version and timeline")
    public PaymentQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("to-confirm")
    @Operation(summary = "Checked invoices, payment lists and accounts of suppliers that wait for the caller as the second person; amounts gross, in cents")
    public List<PaymentQueries.Second> toConfirm() {
        return queries.toConfirm();
    }

    @GET
    @Path("payable/{authority}")
    @Operation(summary = "Approved invoices of an authority that are in no open list, with the cash discount of today")
    public List<PaymentQueries.Payable> payable(@PathParam("authority") long authority) {
        return queries.payable(authority, null);
    }

    @POST
    @Operation(summary = "Draw up a list; each invoice is paid less the cash discount that its terms allow on that day")
    public Response drawUp(Payments.DrawUp c) {
        Long id = payments.drawUp(c);
        return Response.created(URI.create("payments/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/release")
    @Operation(summary = "Release what another has drawn up; from then on there is the file")
    public PaymentQueries.View release(@PathParam("id") long id, Payments.Release c) {
        payments.release(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "The list is not paid; what is open of it may stand in another one")
    public PaymentQueries.View withdraw(@PathParam("id") long id, Payments.Withdraw c) {
        payments.withdraw(id, c);
        return queries.view(id);
    }

    @GET
    @Path("{id}/pain")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "A released list as pain.001.001.09, the same each time")
    public Response pain(@PathParam("id") long id) {
        return Response.ok(files.pain(id).bytes()).build();
    }

    @GET
    @Path("{id}/table")
    @Produces("text/csv")
    @Operation(summary = "A released list as the table that the treasury of its authority asks for")
    public Response table(@PathParam("id") long id) {
        return Response.ok(files.table(id).bytes()).build();
    }

    @GET
    @Path("settings/{authority}")
    @Operation(summary = "From which account an authority pays, and the format of its tables")
    public PaymentQueries.Setting setting(@PathParam("authority") long authority) {
        return queries.setting(authority);
    }

    @PUT
    @Path("settings/{authority}")
    @Operation(summary = "Set them; the version is null for the first time")
    public PaymentQueries.Setting set(@PathParam("authority") long authority, PaymentSettings.Set c) {
        settings.set(authority, c);
        return queries.setting(authority);
    }
}
