package de.schulpakt.install.effort.web;

import de.schulpakt.install.effort.EffortQueries;
import de.schulpakt.install.effort.StoreList;
import de.schulpakt.install.effort.Stores;
import de.schulpakt.install.effort.UseList;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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

/** Stores of the technicians over REST. */
@Path("stores")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StoreResource {
    @Inject
    Stores stores;
    @Inject
    EffortQueries queries;
    @Inject
    StoreList list;
    @Inject
    UseList uses;

    @GET
    @Operation(summary = "Stores of the authorities that the token may see; sort by name")
    public Page<StoreList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("uses")
    @Operation(summary = "Material that tickets used, with who paid it; sort by used, article or school")
    public Page<UseList.Row> uses(@BeanParam Asked asked) {
        return uses.page(asked.view());
    }

    @GET
    @Path("stock")
    @Operation(summary = "What there is in the stores, by article")
    public List<EffortQueries.Stock> stock() {
        return queries.stock();
    }

    @POST
    @Operation(summary = "Open a store")
    public Response open(@NotNull Stores.Open cmd) {
        Long id = stores.open(cmd);
        return Response.created(URI.create("stores/" + id)).entity(queries.store(id)).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One store with what is in it, what came in last and its timeline")
    public EffortQueries.View get(@PathParam("id") long id) {
        return queries.store(id);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Another name; close an empty store or open it again")
    public EffortQueries.View change(@PathParam("id") long id, @NotNull Stores.Change cmd) {
        stores.change(id, cmd);
        return queries.store(id);
    }

    @POST
    @Path("{id}/receive")
    @Operation(summary = "Something came, with what it cost")
    public Map<String, Long> receive(@PathParam("id") long id, @NotNull Stores.Receive cmd) {
        return Map.of("lotId", stores.receive(id, cmd));
    }

    @POST
    @Path("{id}/move")
    @Operation(summary = "Put something into another store of the authority")
    public EffortQueries.View move(@PathParam("id") long id, @NotNull Stores.Move cmd) {
        stores.move(id, cmd);
        return queries.store(id);
    }

    @POST
    @Path("{id}/count")
    @Operation(summary = "What was counted; what is missing is written off, what is too much is added without cost")
    public EffortQueries.View count(@PathParam("id") long id, @NotNull Stores.Count cmd) {
        stores.count(id, cmd);
        return queries.store(id);
    }

    @POST
    @Path("lots/{lot}/correct")
    @Operation(summary = "Put a receipt right of which nothing has gone out")
    public void correct(@PathParam("lot") long lot, @NotNull Stores.Correct cmd) {
        stores.correct(lot, cmd);
    }

    @POST
    @Path("lots/{lot}/pay")
    @Operation(summary = "Say which position or own money has paid")
    public void pay(@PathParam("lot") long lot, @NotNull Stores.Pay cmd) {
        stores.pay(lot, cmd);
    }
}
