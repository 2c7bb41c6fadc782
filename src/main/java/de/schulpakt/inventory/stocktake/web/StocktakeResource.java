package de.schulpakt.inventory.stocktake.web;

import de.schulpakt.inventory.stocktake.StocktakeList;
import de.schulpakt.inventory.stocktake.StocktakeOutcome;
import de.schulpakt.inventory.stocktake.StocktakeQueries;
import de.schulpakt.inventory.stocktake.Stocktakes;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.rest.BySession;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stock-taking over REST. */
@Path("stocktakes")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StocktakeResource {
    @Inject
    Stocktakes stocktakes;
    @Inject
    StocktakeQueries queries;
    @Inject
    StocktakeList list;

    @GET
    @Operation(summary = "Stock-takings of the schools that the token may see; sort by no, school, state, opened or closed")
    public Page<StocktakeList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("due")
    @Operation(summary = "Schools that were not counted as a whole within a year, at most 50")
    public List<StocktakeQueries.Due> due() {
        return queries.due();
    }

    @POST
    @Operation(summary = "Open a stock-taking: what is expected is written down")
    public Response open(@NotNull Stocktakes.Open cmd) {
        Long id = stocktakes.open(cmd);
        return Response.created(URI.create("stocktakes/" + id)).entity(queries.view(id)).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One stock-taking with how many items it has of each outcome")
    public StocktakeQueries.View get(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("{id}/items")
    @Operation(summary = "Its items, what was scanned last first; outcome: MISSING, ELSEWHERE, DISPUTED, UNEXPECTED, LENT, RETIRED, UNKNOWN or FOUND")
    public Page<StocktakeQueries.Item> items(@PathParam("id") long id, @QueryParam("outcome") StocktakeOutcome outcome, @QueryParam("page") Integer page,
            @QueryParam("size") Integer size) {
        return queries.items(id, outcome, PageRequest.of(page, size, null));
    }

    @POST
    @BySession
    @Path("{id}/scan")
    @Operation(summary = "A device is there, by any of its numbers in any notation")
    public Scanned scan(@PathParam("id") long id, @NotNull Stocktakes.Scan cmd) {
        return new Scanned(cmd.number(), stocktakes.scan(id, cmd));
    }

    @GET
    @Path("{id}/disputes")
    @Operation(summary = "What people have seen in different rooms and nobody has decided")
    public List<StocktakeQueries.Sighting> disputes(@PathParam("id") long id) {
        return queries.disputes(id);
    }

    @POST
    @Path("{id}/decide")
    @Operation(summary = "Decide in which room something is that was seen in several")
    public StocktakeQueries.View decide(@PathParam("id") long id, @NotNull Stocktakes.Decide cmd) {
        stocktakes.decide(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/explain")
    @Operation(summary = "Explain differences, all alike")
    public StocktakeQueries.View explain(@PathParam("id") long id, @NotNull Stocktakes.Explain cmd) {
        stocktakes.explain(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/unscan")
    @Operation(summary = "Take back what was scanned by mistake, with a reason")
    public StocktakeQueries.View unscan(@PathParam("id") long id, @NotNull Stocktakes.Unscan cmd) {
        stocktakes.unscan(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "Go on counting after it was closed too early, with a reason")
    public StocktakeQueries.View reopen(@PathParam("id") long id, @NotNull Stocktakes.Why cmd) {
        stocktakes.reopen(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/close")
    @Operation(summary = "Close it; refused while a difference is not explained")
    public StocktakeQueries.View close(@PathParam("id") long id, @NotNull Stocktakes.Step cmd) {
        stocktakes.close(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Give it up")
    public StocktakeQueries.View cancel(@PathParam("id") long id, @NotNull Stocktakes.Step cmd) {
        stocktakes.cancel(id, cmd);
        return queries.view(id);
    }

    /** What a scanned number is. */
    public record Scanned(String number, StocktakeOutcome outcome) {
    }
}
