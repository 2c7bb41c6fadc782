package de.schulpakt.install.rating.web;

import de.schulpakt.install.rating.RatingQueries;
import de.schulpakt.install.rating.Ratings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Ratings over REST. */
@Path("ticket-ratings")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RatingResource {
    @Inject
    Ratings ratings;
    @Inject
    RatingQueries queries;

    @GET
    @Path("{ticket}")
    @Operation(summary = "What the school thinks of the work of a ticket")
    public RatingQueries.View get(@PathParam("ticket") long ticket) {
        return queries.of(ticket);
    }

    @PUT
    @Path("{ticket}")
    @Operation(summary = "Say what the school thinks of work that it has accepted, 1 (bad) to 5 (very good)")
    public RatingQueries.View rate(@PathParam("ticket") long ticket, @NotNull Ratings.Rate cmd) {
        ratings.rate(ticket, cmd);
        return queries.of(ticket);
    }

    @POST
    @Path("{ticket}/accept")
    @Operation(summary = "Accept the work and say what the school thinks of it")
    public RatingQueries.View accept(@PathParam("ticket") long ticket, @NotNull Ratings.Accept cmd) {
        ratings.accept(ticket, cmd);
        return queries.of(ticket);
    }

    @POST
    @Path("{ticket}/withdraw")
    @Operation(summary = "Take it back")
    public RatingQueries.View withdraw(@PathParam("ticket") long ticket, @NotNull Ratings.Withdraw cmd) {
        ratings.withdraw(ticket, cmd);
        return queries.of(ticket);
    }
}
