package de.schulpakt.overview.money.web;

import de.schulpakt.overview.money.RadarQueries;
import de.schulpakt.overview.money.SpendableQueries;
import de.schulpakt.overview.money.TraceQueries;
import de.schulpakt.overview.money.TraceView;
import de.schulpakt.overview.money.UsageList;
import de.schulpakt.overview.money.UsageQueries;
import de.schulpakt.overview.money.WhatIfQueries;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures, the rows behind them and one device's euro. Reads only. */
@Path("overview")
@Tag(name = "overview")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MoneyResource {
    @Inject
    UsageQueries usage;
    @Inject
    UsageList rows;
    @Inject
    SpendableQueries spendable;
    @Inject
    RadarQueries radar;
    @Inject
    WhatIfQueries whatIf;
    @Inject
    TraceQueries traces;
    @Inject
    PrintQueries prints;
    @Inject
    Language language;

    @GET
    @Path("usage")
    @Operation(summary = "The money of a programme from the ceiling to what is free; without programme the newest")
    public UsageQueries.View usage(@QueryParam("programme") Long programme, @QueryParam("authority") Long authority) {
        return usage.usage(programme, authority);
    }

    @GET
    @Path("usage/paper")
    @Produces(PrintQueries.PDF)
    @Operation(summary = "The same as a paper for the council, as PDF in the language of Accept-Language")
    public Response paper(@QueryParam("programme") Long programme, @QueryParam("authority") Long authority) {
        Long id = programme == null ? usage.usage(null, authority).programmeId() : programme;
        return Response.ok(prints.print("figures", id, authority, language.getLocale()).bytes()).build();
    }

    @GET
    @Path("usage/rows")
    @Operation(summary = "The same per school and category")
    public Page<UsageList.Row> rows(@BeanParam Asked asked) {
        return rows.page(asked.view());
    }

    @GET
    @Path("postings")
    @Operation(summary = "The postings behind a figure, each with the request, order, delivery, invoice and devices that caused it")
    public TraceQueries.Postings postings(@BeanParam Asked asked) {
        return traces.postings(asked.view());
    }

    @GET
    @Path("radar/{application}")
    @Operation(summary = "What an application may lose when its period ends, until when to order, and which money could move")
    public RadarQueries.View radar(@PathParam("application") long application) {
        return radar.radar(application);
    }

    @GET
    @Path("what-if/{application}")
    @Operation(summary = "What would break if the decision gave a part of each position (percent), or all that is not ordered went on months later")
    public WhatIfQueries.View whatIf(@PathParam("application") long application, @QueryParam("percent") Integer percent, @QueryParam("months") Integer months) {
        return whatIf.whatIf(application, percent, months);
    }

    @GET
    @Path("spendable")
    @Operation(summary = "What can still be spent on what, until when, and what is asked for; of a school, an authority, or all")
    public SpendableQueries.View spendable(@QueryParam("school") Long school, @QueryParam("authority") Long authority) {
        return spendable.spendable(school, authority);
    }

    @GET
    @Path("spendable/{budget}/requests")
    @Operation(summary = "The undecided requests that compete for the money of a position")
    public List<SpendableQueries.Rival> rivals(@PathParam("budget") long budget) {
        return spendable.rivals(budget);
    }

    @GET
    @Path("trace")
    @Operation(summary = "One device's euro from the ceiling to the serial number and the ticket")
    public TraceView trace(@QueryParam("serial") String serial, @QueryParam("device") Long device) {
        return device == null ? traces.trace(serial) : traces.trace(device);
    }
}
