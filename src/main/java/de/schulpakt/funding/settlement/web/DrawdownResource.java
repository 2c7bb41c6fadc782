package de.schulpakt.funding.settlement.web;

import de.schulpakt.funding.settlement.DrawdownList;
import de.schulpakt.funding.settlement.DrawdownQueries;
import de.schulpakt.funding.settlement.DrawdownTable;
import de.schulpakt.funding.settlement.Drawdowns;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.web.Disposition;
import de.schulpakt.platform.web.Language;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Drawdowns of grant money. */
@Path("drawdowns")
@Tag(name = "drawdowns")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DrawdownResource {
    @Inject
    Drawdowns drawdowns;
    @Inject
    DrawdownQueries queries;
    @Inject
    DrawdownList list;
    @Inject
    DrawdownTable table;
    @Inject
    Language language;

    @GET
    @Operation(summary = "Drawdowns, the newest first")
    public Page<DrawdownQueries.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("offers/{application}")
    @Operation(summary = "What could be drawn for an application now, of the postings that are named or of what the rules propose; less than nothing is to be repaid")
    public DrawdownQueries.Offer offer(@PathParam("application") long application, @QueryParam("proven") boolean proven, @QueryParam("posting") List<Long> postings) {
        // an empty value in the address is no posting
        Set<Long> named = postings.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        return queries.offer(application, proven, named.isEmpty() ? null : named);
    }

    @POST
    @Operation(summary = "Put together a drawdown of the postings that are named, or of what the rules propose")
    public Response propose(Drawdowns.Propose cmd) {
        Long id = drawdowns.propose(cmd);
        return Response.created(URI.create("drawdowns/" + id)).entity(Map.of("id", id)).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A drawdown: its lines with what was bought, and the devices behind them with where they are and who accepted them")
    public DrawdownQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("{id}/table")
    @Produces({"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv"})
    @Operation(summary = "The drawdown as XLSX, or its lines as CSV: receipts, discounts, own share and grant")
    public Response table(@PathParam("id") long id, @QueryParam("csv") boolean csv) {
        Locale locale = language.getLocale();
        DrawdownTable.Book book = table.book(id, locale);
        StreamingOutput out = stream -> {
            if (csv) {
                table.csv(book, locale, stream);
            } else {
                table.xlsx(book, locale, stream);
            }
        };
        return Response.ok(out, csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("Content-Disposition", Disposition.of("attachment", book.name() + (csv ? ".csv" : ".xlsx"))).build();
    }

    @POST
    @Path("{id}/recompute")
    @Operation(summary = "Compute a drawdown that was not sent anew, of the same expenditures as they are today")
    public DrawdownQueries.View recompute(@PathParam("id") long id, Drawdowns.Recompute cmd) {
        drawdowns.recompute(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/request")
    @Operation(summary = "Record that it was sent to the granting body")
    public DrawdownQueries.View request(@PathParam("id") long id, Drawdowns.Request cmd) {
        drawdowns.request(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/receive")
    @Operation(summary = "Record the money that came")
    public DrawdownQueries.View receive(@PathParam("id") long id, Drawdowns.Receive cmd) {
        drawdowns.receive(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/correct")
    @Operation(summary = "Correct the amount that came or its day, with a reason")
    public DrawdownQueries.View correct(@PathParam("id") long id, Drawdowns.Correct cmd) {
        drawdowns.correct(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/repay")
    @Operation(summary = "Record money that went back, with a reason; once all of it did, its expenditures may be drawn again")
    public DrawdownQueries.View repay(@PathParam("id") long id, Drawdowns.Repay cmd) {
        drawdowns.repay(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Give it up before money came, with a reason")
    public DrawdownQueries.View cancel(@PathParam("id") long id, Drawdowns.Cancel cmd) {
        drawdowns.cancel(id, cmd);
        return queries.view(id);
    }
}
