package de.schulpakt.overview.money.web;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.overview.money.Balance;
import de.schulpakt.overview.money.TraceQueries;
import de.schulpakt.overview.money.TraceView;
import de.schulpakt.overview.money.UsageQueries;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures, the rows behind them and one device's euro. Reads only. */
@Path("overview")
@Tag(name = "overview")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MoneyResource {
    @Inject
    UsageQueries usage;
    @Inject
    TraceQueries traces;

    @GET
    @Path("usage")
    @Operation(summary = "The money of a programme from the ceiling to what is free; without programme the newest")
    public UsageQueries.View usage(@QueryParam("programme") Long programme, @QueryParam("authority") Long authority) {
        return usage.usage(programme, authority);
    }

    @GET
    @Path("usage/rows")
    @Operation(summary = "The same per school and category")
    public Page<UsageQueries.Row> rows(@QueryParam("programme") Long programme, @QueryParam("authority") Long authority,
            @QueryParam("school") Long school, @QueryParam("category") Category category, @QueryParam("q") String q,
            @QueryParam("page") Integer page, @QueryParam("size") Integer size, @QueryParam("sort") String sort) {
        return usage.rows(new UsageQueries.Filter(programme, authority, school, category, q), PageRequest.of(page, size, sort));
    }

    @GET
    @Path("postings")
    @Operation(summary = "The postings behind a figure, each with the request, order, delivery, invoice and devices that caused it")
    public TraceQueries.Postings postings(@QueryParam("kind") Balance kind, @QueryParam("programme") Long programme,
            @QueryParam("authority") Long authority, @QueryParam("school") Long school, @QueryParam("category") Category category,
            @QueryParam("budget") Long budget, @QueryParam("page") Integer page, @QueryParam("size") Integer size,
            @QueryParam("sort") String sort) {
        return traces.postings(new TraceQueries.Filter(kind, programme, authority, school, category, budget),
                PageRequest.of(page, size, sort));
    }

    @GET
    @Path("trace")
    @Operation(summary = "One device's euro from the ceiling to the serial number and the ticket")
    public TraceView trace(@QueryParam("serial") String serial, @QueryParam("device") Long device) {
        return device == null ? traces.trace(serial) : traces.trace(device);
    }
}
