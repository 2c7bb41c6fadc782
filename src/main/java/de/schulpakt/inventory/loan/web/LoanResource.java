package de.schulpakt.inventory.loan.web;

import de.schulpakt.inventory.loan.LoanList;
import de.schulpakt.inventory.loan.LoanQueries;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.inventory.loan.ManyLoans;
import de.schulpakt.inventory.loan.SheetQueries;
import de.schulpakt.inventory.loan.Turns;
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
    ManyLoans many;
    @Inject
    LoanQueries queries;
    @Inject
    Turns turns;
    @Inject
    SheetQueries sheets;
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

    @POST
    @Path("many")
    @Operation(summary = "Hand devices out to several pupils, one each: every line is a loan with its own sheet; answers the loans, and the lines of which nothing came, with why")
    public ManyLoans.Result handOutMany(@NotNull ManyLoans.HandOut cmd) {
        return many.handOut(cmd);
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
    @Path("take-back")
    @Operation(summary = "Several devices are back at once, on one sheet")
    public SheetQueries.View takeBackAll(@NotNull Loans.TakeBackAll cmd) {
        return sheets.view(loans.takeBackAll(cmd));
    }

    @GET
    @Path("sheets/{id}")
    @Operation(summary = "One sheet: what went out or came back at one moment")
    public SheetQueries.View sheet(@PathParam("id") long id) {
        return sheets.view(id);
    }

    @POST
    @Path("turn")
    @Operation(summary = "The turn of a school year: leavers bring their devices back on one day, all others keep theirs until another; answers how many changed and which keep their day, with why")
    public Turns.Turned turn(@NotNull Turns.Turn cmd) {
        return turns.turn(cmd);
    }

    @POST
    @Path("turn/preview")
    @Operation(summary = "What such a plan would do, loan by loan, those first that would keep their day, with why; changes nothing")
    public List<LoanQueries.Planned> look(@NotNull Turns.Turn cmd) {
        return queries.turn(cmd);
    }

    @GET
    @Path("classes/{school}")
    @Operation(summary = "The loans of a school's pupils and classes that run, by class")
    public List<LoanQueries.OfClass> byClass(@PathParam("school") long school) {
        return queries.byClass(school);
    }

    @POST
    @Path("{id}/swap")
    @Operation(summary = "Another device goes out in place of the one that comes back; answers the new loan")
    public LoanQueries.View swap(@PathParam("id") long id, @NotNull Loans.Swap cmd) {
        return queries.view(loans.swap(id, cmd));
    }

    @POST
    @Path("{id}/correct")
    @Operation(summary = "What is known of the person was wrong")
    public LoanQueries.View correct(@PathParam("id") long id, @NotNull Loans.Correct cmd) {
        loans.correct(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "The loan had been ended by mistake and goes on")
    public LoanQueries.View reopen(@PathParam("id") long id, @NotNull Loans.Why cmd) {
        loans.reopen(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/find")
    @Operation(summary = "The device is there again that the borrower had lost")
    public LoanQueries.View find(@PathParam("id") long id, @NotNull Loans.Why cmd) {
        loans.find(id, cmd);
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
