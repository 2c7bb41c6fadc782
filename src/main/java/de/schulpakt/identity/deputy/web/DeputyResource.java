package de.schulpakt.identity.deputy.web;

import de.schulpakt.identity.deputy.Deputies;
import de.schulpakt.identity.deputy.DeputyQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who acts for whom; a deputy is named in the browser only. */
@Path("deputies")
@Tag(name = "identity")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeputyResource {
    @Inject
    Deputies deputies;
    @Inject
    DeputyQueries queries;

    @GET
    @Operation(summary = "Who acts for the owner of the token, and for whom the owner acts")
    public List<DeputyQueries.Row> mine() {
        return queries.mine();
    }

    @GET
    @Path("waiting")
    @Operation(summary = "Deputies that wait for a second person before they move money")
    public List<DeputyQueries.Row> waiting() {
        return queries.waiting();
    }

    @POST
    @Path("{id}/confirm")
    @Operation(summary = "Confirm as a second person that a deputy moves money, too")
    public void confirm(@PathParam("id") long id) {
        deputies.confirm(id);
    }

    @POST
    @Path("{id}/decline")
    @Operation(summary = "Say as a second person that a deputy is not to be")
    public void decline(@PathParam("id") long id) {
        deputies.decline(id);
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "End it before its last day")
    public void end(@PathParam("id") long id) {
        deputies.end(id);
    }
}
