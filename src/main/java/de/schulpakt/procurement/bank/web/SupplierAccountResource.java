package de.schulpakt.procurement.bank.web;

import de.schulpakt.procurement.bank.SupplierAccountQueries;
import de.schulpakt.procurement.bank.SupplierAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where suppliers are paid. */
@Path("supplier-accounts")
@Tag(name = "payments")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SupplierAccountResource {
    @Inject
    SupplierAccounts accounts;
    @Inject
    SupplierAccountQueries queries;

    @GET
    @Path("of/{supplier}")
    @Operation(summary = "The accounts of a supplier, the newest first, each with its actions and version")
    public SupplierAccountQueries.View view(@PathParam("supplier") long supplier) {
        return queries.view(supplier);
    }

    @POST
    @Path("of/{supplier}")
    @Operation(summary = "Enter an account as it stands on a paper; another person confirms it")
    public SupplierAccountQueries.View propose(@PathParam("supplier") long supplier, SupplierAccounts.Propose c) {
        accounts.propose(supplier, c);
        return queries.view(supplier);
    }

    @POST
    @Path("{id}/confirm")
    @Operation(summary = "Confirm what another has entered; it replaces the account of before")
    public SupplierAccountQueries.View confirm(@PathParam("id") long id, SupplierAccounts.Confirm c) {
        accounts.confirm(id, c);
        return queries.view(queries.supplierOf(id));
    }

    @POST
    @Path("{id}/decline")
    @Operation(summary = "Do not confirm it")
    public SupplierAccountQueries.View decline(@PathParam("id") long id, SupplierAccounts.Reason c) {
        accounts.decline(id, c);
        return queries.view(queries.supplierOf(id));
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "A confirmed account is not used any more")
    public SupplierAccountQueries.View end(@PathParam("id") long id, SupplierAccounts.Reason c) {
        accounts.end(id, c);
        return queries.view(queries.supplierOf(id));
    }
}
