package de.schulpakt.procurement.finance.web;

import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.procurement.finance.FinanceFiles;
import de.schulpakt.procurement.finance.FinanceQueries;
import de.schulpakt.procurement.finance.FinanceRunList;
import de.schulpakt.procurement.finance.FinanceRuns;
import de.schulpakt.procurement.finance.FinanceSettings;
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

/** What goes to the finance system. */
@Path("finance-runs")
@Tag(name = "finance-runs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FinanceResource {
    @Inject
    FinanceRuns runs;
    @Inject
    FinanceSettings settings;
    @Inject
    FinanceQueries queries;
    @Inject
    FinanceFiles files;
    @Inject
    FinanceRunList list;

    @GET
    @Operation(summary = "Runs of the authorities that the token may see, the newest first; amounts gross, in cents")
    public Page<FinanceRunList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A run with its first lines, checksum, actions, version and timeline")
    public FinanceQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Put what was spent and corrected up to a day and is in no run into a file")
    public Response export(FinanceRuns.Export c) {
        Long id = runs.export(c);
        return Response.created(URI.create("finance-runs/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "The run does not count; its postings go into the next one")
    public FinanceQueries.View withdraw(@PathParam("id") long id, FinanceRuns.Withdraw c) {
        runs.withdraw(id, c);
        return queries.view(id);
    }

    @GET
    @Path("{id}/table")
    @Produces("text/csv")
    @Operation(summary = "The file of a run, the same each time")
    public Response table(@PathParam("id") long id) {
        return Response.ok(files.table(id).bytes()).build();
    }

    @GET
    @Path("preview/{authority}")
    @Operation(summary = "What a run up to today would hold")
    public FinanceQueries.Preview preview(@PathParam("authority") long authority) {
        return queries.preview(authority, null);
    }

    @GET
    @Path("settings/{authority}")
    @Operation(summary = "The format of the files of an authority")
    public FinanceQueries.Setting setting(@PathParam("authority") long authority) {
        return queries.setting(authority);
    }

    @PUT
    @Path("settings/{authority}")
    @Operation(summary = "Set it; the version is null for the first time")
    public FinanceQueries.Setting set(@PathParam("authority") long authority, FinanceSettings.Set c) {
        settings.set(authority, c);
        return queries.setting(authority);
    }

    @GET
    @Path("rules/{authority}")
    @Operation(summary = "Where the expenditure of an authority is booked")
    public List<FinanceQueries.Rule> rules(@PathParam("authority") long authority) {
        return queries.rules(authority);
    }

    @PUT
    @Path("rules/{authority}")
    @Operation(summary = "Say where something is booked; with all three values null it is said no longer")
    public List<FinanceQueries.Rule> rule(@PathParam("authority") long authority, FinanceSettings.Rule c) {
        settings.rule(authority, c);
        return queries.rules(authority);
    }
}
