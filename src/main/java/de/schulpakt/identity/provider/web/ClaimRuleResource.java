package de.schulpakt.identity.provider.web;

import de.schulpakt.identity.provider.ProviderQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What claims of an identity provider give; rules are made in the browser only. */
@Path("claim-rules")
@Tag(name = "identity")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClaimRuleResource {
    @Inject
    ProviderQueries queries;

    @GET
    @Operation(summary = "Which value of which claim gives which role where")
    public List<ProviderQueries.Rule> rules() {
        return queries.rules();
    }

    @GET
    @Path("connections")
    @Operation(summary = "Accounts that are connected with the identity provider")
    public List<ProviderQueries.Connection> connections() {
        return queries.connections();
    }

    @POST
    @Path("look")
    @Operation(summary = "What these claims would give, and take from an account; nothing is done")
    public List<ProviderQueries.Would> look(@Valid ProviderQueries.Look cmd) {
        return queries.look(cmd);
    }
}
