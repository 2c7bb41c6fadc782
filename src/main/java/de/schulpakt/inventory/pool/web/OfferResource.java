package de.schulpakt.inventory.pool.web;

import de.schulpakt.inventory.pool.OfferList;
import de.schulpakt.inventory.pool.OfferQueries;
import de.schulpakt.inventory.pool.Offers;
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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Devices that go from one school to another, over REST. */
@Path("offers")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OfferResource {
    @Inject
    Offers offers;
    @Inject
    OfferQueries queries;
    @Inject
    OfferList list;

    @GET
    @Operation(summary = "Offers of and for the schools that the token may see; sort by no, school, state or since")
    public Page<OfferList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Operation(summary = "Offer devices of a school to the schools of the same fund")
    public Response offer(@NotNull Offers.Open cmd) {
        return made(offers.offer(cmd));
    }

    @POST
    @Path("send")
    @Operation(summary = "Send devices of a school to another school of its authority; binding and fund stay with them")
    public Response send(@NotNull Offers.Send cmd) {
        return made(offers.send(cmd));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One offer with its devices, who asks for it, actions and timeline")
    public OfferQueries.View get(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("{id}/ask")
    @Operation(summary = "A school asks for what is offered")
    public OfferQueries.View ask(@PathParam("id") long id, @NotNull Offers.Wish cmd) {
        offers.ask(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/take-back")
    @Operation(summary = "A school does not ask any longer")
    public OfferQueries.View takeBack(@PathParam("id") long id, @NotNull Offers.Asking cmd) {
        offers.takeBack(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/give")
    @Operation(summary = "The devices go to a school that has asked")
    public OfferQueries.View give(@PathParam("id") long id, @NotNull Offers.Give cmd) {
        offers.give(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "The devices stay where they are")
    public OfferQueries.View withdraw(@PathParam("id") long id, @NotNull Offers.Step cmd) {
        offers.withdraw(id, cmd);
        return queries.view(id);
    }

    private Response made(Long id) {
        return Response.created(URI.create("offers/" + id)).entity(queries.view(id)).build();
    }
}
