package de.schulpakt.inventory.terms.web;

import de.schulpakt.inventory.terms.Terms;
import de.schulpakt.inventory.terms.TermsQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Terms and prices of loans over REST. */
@Path("loan-terms")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TermsResource {
    @Inject
    Terms terms;
    @Inject
    TermsQueries queries;

    @GET
    @Path("of/{authority}")
    @Operation(summary = "The editions of an authority's terms, the newest first")
    public List<TermsQueries.Edition> editions(@PathParam("authority") long authority) {
        return queries.editions(authority);
    }

    @GET
    @Path("prices/{authority}")
    @Operation(summary = "What an authority claims for damage and loss, in cents")
    public List<TermsQueries.Price> prices(@PathParam("authority") long authority) {
        return queries.prices(authority);
    }

    @POST
    @Operation(summary = "Publish the next edition; loans that run keep theirs")
    public Response publish(@NotNull Terms.Publish cmd) {
        Long id = terms.publish(cmd);
        return Response.created(URI.create("loan-terms/" + id)).entity(queries.edition(id)).build();
    }

    @POST
    @Path("prices")
    @Operation(summary = "Add a price")
    public Map<String, Long> addPrice(@NotNull Terms.AddPrice cmd) {
        return Map.of("id", terms.addPrice(cmd));
    }

    @POST
    @Path("prices/{id}/end")
    @Operation(summary = "A price is not asked any longer")
    public void endPrice(@PathParam("id") long id, @NotNull Terms.EndPrice cmd) {
        terms.endPrice(id, cmd);
    }

    @GET
    @Path("reminders/{authority}")
    @Operation(summary = "Whether letters remind borrowers of what is due and overdue, and when")
    public TermsQueries.Reminding reminders(@PathParam("authority") long authority) {
        return queries.reminding(authority);
    }

    @POST
    @Path("reminders")
    @Operation(summary = "Say whether letters remind borrowers, so many days before and every so many days while it is overdue; version is null the first time")
    public TermsQueries.Reminding remind(@NotNull Terms.Remind cmd) {
        terms.remind(cmd);
        return queries.reminding(cmd.authorityId());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One edition")
    public TermsQueries.Edition edition(@PathParam("id") long id) {
        return queries.edition(id);
    }
}
