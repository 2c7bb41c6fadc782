package de.schulpakt.funding.pack.web;

import de.schulpakt.funding.pack.SignerQueries;
import de.schulpakt.funding.pack.Signers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/** Who signs rule packs. */
@Path("rule-pack-signers")
@Tag(name = "rule packs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SignerResource {
    @Inject
    Signers signers;
    @Inject
    SignerQueries queries;

    @GET
    @Operation(summary = "Who signs rule packs, with their public keys")
    public List<SignerQueries.Row> all() {
        return queries.all();
    }

    @POST
    @Operation(summary = "Enter a signer with an Ed25519 public key")
    public Response add(Signers.Add cmd) {
        Long id = signers.add(cmd);
        return Response.created(URI.create("rule-pack-signers")).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "End a key, with the reason")
    public List<SignerQueries.Row> end(@PathParam("id") long id, Signers.End cmd) {
        signers.end(id, cmd);
        return queries.all();
    }
}
