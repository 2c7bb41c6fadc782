package de.schulpakt.inventory.loan.web;

import de.schulpakt.inventory.loan.LoanList;
import de.schulpakt.inventory.loan.LoanQueries;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Loans over REST. */
@Path("loans")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LoanResource {
    @Inject
    Loans loans;
    @Inject
    LoanQueries queries;
    @Inject
    LoanList list;

    @GET
    @Operation(summary = "Loans of the schools whose loans the token may see; sort by no, borrower, school, state, due or lent; dueTo finds what is overdue")
    public Page<LoanList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Operation(summary = "Hand devices out to one borrower: a loan for each")
    public Response handOut(@NotNull Loans.HandOut cmd) {
        List<Long> made = loans.handOut(cmd);
        return Response.status(Response.Status.CREATED).entity(Map.of("ids", made)).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One loan")
    public LoanQueries.View get(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("{id}/extend")
    @Operation(summary = "The loan is due on another day")
    public LoanQueries.View extend(@PathParam("id") long id, @NotNull Loans.Extend cmd) {
        loans.extend(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/take-back")
    @Operation(summary = "The device is back")
    public LoanQueries.View takeBack(@PathParam("id") long id, @NotNull Loans.TakeBack cmd) {
        loans.takeBack(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/report-lost")
    @Operation(summary = "The borrower has lost the device")
    public LoanQueries.View reportLost(@PathParam("id") long id, @NotNull Loans.ReportLost cmd) {
        loans.reportLost(id, cmd);
        return queries.view(id);
    }
}
