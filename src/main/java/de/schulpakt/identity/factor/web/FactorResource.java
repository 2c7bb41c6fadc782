package de.schulpakt.identity.factor.web;

import de.schulpakt.identity.factor.FactorQueries;
import de.schulpakt.identity.factor.Factors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Second factors, for administrators; one's own is set up in the browser only. */
@Path("")
@Tag(name = "identity")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FactorResource {
    @Inject
    Factors factors;
    @Inject
    FactorQueries queries;

    @GET
    @Path("second-factor-demands")
    @Operation(summary = "All roles: whether a second factor is demanded, how many people have the role, how many of them have none")
    public List<FactorQueries.RoleRow> demands() {
        return queries.roles();
    }

    @PUT
    @Path("second-factor-demands")
    @Operation(summary = "Say which roles sign in with a second factor, from the next sign-in on")
    public void demand(Factors.Demand command) {
        factors.demand(command);
    }

    @DELETE
    @Path("users/{id}/second-factor")
    @Operation(summary = "Take a lost second factor away; sessions and tokens of the account end")
    public void reset(@PathParam("id") long id) {
        factors.reset(id);
    }
}
