package de.schulpakt.overview.web;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.overview.Balance;
import de.schulpakt.overview.PostingFilter;
import de.schulpakt.overview.PostingPage;
import de.schulpakt.overview.SchoolParts;
import de.schulpakt.overview.SchoolPartsView;
import de.schulpakt.overview.SearchQueries;
import de.schulpakt.overview.SearchView;
import de.schulpakt.overview.TraceQueries;
import de.schulpakt.overview.TraceView;
import de.schulpakt.overview.UsageFilter;
import de.schulpakt.overview.UsageQueries;
import de.schulpakt.overview.UsageRow;
import de.schulpakt.overview.UsageView;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures, the rows behind them, one device's euro, the readiness of rooms and the search. Reads only. */
@Path("overview")
@Tag(name = "overview")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {
    @Inject
    UsageQueries usage;
    @Inject
    TraceQueries traces;
    @Inject
    SearchQueries search;
    @Inject
    SchoolParts parts;

    @GET
    @Path("usage")
    @Operation(summary = "The money of a programme from the ceiling to what is free; without programme the newest")
    public UsageView usage(@QueryParam("programme") Long programme, @QueryParam("authority") Long authority) {
        return usage.usage(programme, authority);
    }

    @GET
    @Path("usage/rows")
    @Operation(summary = "The same per school and category")
    public Page<UsageRow> rows(@QueryParam("programme") Long programme, @QueryParam("authority") Long authority,
            @QueryParam("school") Long school, @QueryParam("category") Category category, @QueryParam("q") String q,
            @QueryParam("page") Integer page, @QueryParam("size") Integer size, @QueryParam("sort") String sort) {
        return usage.rows(new UsageFilter(programme, authority, school, category, q), PageRequest.of(page, size, sort));
    }

    @GET
    @Path("postings")
    @Operation(summary = "The postings behind a figure, each with the request, order, delivery, invoice and devices that caused it")
    public PostingPage postings(@QueryParam("kind") Balance kind, @QueryParam("programme") Long programme,
            @QueryParam("authority") Long authority, @QueryParam("school") Long school, @QueryParam("category") Category category,
            @QueryParam("budget") Long budget, @QueryParam("page") Integer page, @QueryParam("size") Integer size,
            @QueryParam("sort") String sort) {
        return traces.postings(new PostingFilter(kind, programme, authority, school, category, budget),
                PageRequest.of(page, size, sort));
    }

    @GET
    @Path("trace")
    @Operation(summary = "One device's euro from the ceiling to the serial number and the ticket")
    public TraceView trace(@QueryParam("serial") String serial, @QueryParam("device") Long device) {
        return device == null ? traces.trace(serial) : traces.trace(device);
    }

    @GET
    @Path("search")
    @Operation(summary = "What is found for a number, a serial or a name")
    public SearchView search(@QueryParam("q") String q) {
        return search.search(q);
    }

    @GET
    @Path("schools/{id}")
    @Operation(summary = "Readiness of a school’s rooms, its money, requests, devices and tickets")
    public SchoolPartsView school(@PathParam("id") long id) {
        return parts.parts(id);
    }
}
