package de.schulpakt.inventory.ask.web;

import de.schulpakt.inventory.ask.AskList;
import de.schulpakt.inventory.ask.AskQueries;
import de.schulpakt.inventory.ask.Asks;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.rest.Secret;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What schools are asked for by people without an account, over REST, for the school. */
@Path("loan-asks")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AskResource {
    @Inject
    Asks asks;
    @Inject
    AskQueries queries;
    @Inject
    AskList list;

    @GET
    @Operation(summary = "What the schools whose loans the token may see are asked for; sort by no, from, state or came")
    public Page<AskList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One ask")
    public AskQueries.View get(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("{id}/offer")
    @Operation(summary = "Keep a device for who has asked: a booking for these days")
    public AskQueries.View offer(@PathParam("id") long id, @NotNull Asks.Offer cmd) {
        asks.offer(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/refuse")
    @Operation(summary = "There is none to give; who has asked reads why")
    public AskQueries.View refuse(@PathParam("id") long id, @NotNull Asks.Refuse cmd) {
        asks.refuse(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "It is to be answered anew; a booking that was made for it is cancelled")
    public AskQueries.View reopen(@PathParam("id") long id, @NotNull Asks.Why cmd) {
        asks.reopen(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("invites/{school}")
    @Operation(summary = "Make the address at which a school is asked for devices; secret and code are answered this once")
    @Secret
    public Asks.Made invite(@PathParam("school") long school, @NotNull Asks.Invite cmd) {
        return asks.invite(school, cmd);
    }

    @POST
    @Path("invites/{school}/end")
    @Operation(summary = "That address opens nothing any longer")
    public void endInvite(@PathParam("school") long school) {
        asks.endInvite(school);
    }
}
