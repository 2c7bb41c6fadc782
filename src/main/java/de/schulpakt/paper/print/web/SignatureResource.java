package de.schulpakt.paper.print.web;

import de.schulpakt.paper.print.SignatureQueries;
import de.schulpakt.paper.print.Signing;
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

/** Signatures under printed papers, over REST. */
@Path("signatures")
@Tag(name = "signatures")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SignatureResource {
    @Inject
    Signing signing;
    @Inject
    SignatureQueries queries;

    @GET
    @Path("{kind}/{id}")
    @Operation(summary = "The signatures under the paper of a subject, e.g. protocol of ticket 7; the first one first")
    public List<SignatureQueries.Row> list(@PathParam("kind") String kind, @PathParam("id") long id) {
        return queries.of(kind, id);
    }

    @GET
    @Path("{kind}/{id}/text")
    @Operation(summary = "The words that a signature would be for now, with their SHA-256")
    public SignatureQueries.Text text(@PathParam("kind") String kind, @PathParam("id") long id) {
        return queries.text(kind, id);
    }

    @GET
    @Path("{kind}/{id}/card")
    @Operation(summary = "The words of now, the signatures, and the words of those signatures that are for an earlier version")
    public SignatureQueries.Card card(@PathParam("kind") String kind, @PathParam("id") long id) {
        return queries.card(kind, id);
    }

    @POST
    @Path("{kind}/{id}")
    @Operation(summary = "Sign the paper of a subject; seen is the SHA-256 of the words, strokes are points in thousandths of the width")
    public Response sign(@PathParam("kind") String kind, @PathParam("id") long id, @NotNull Signing.Sign cmd) {
        Long kept = signing.sign(kind, id, cmd);
        return Response.created(URI.create("signatures/" + kind + "/" + id)).entity(Map.of("id", kept)).build();
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "Take a signature back, with a reason; that it was there stays")
    public Response withdraw(@PathParam("id") long id, @NotNull Signing.Withdraw cmd) {
        signing.withdraw(id, cmd);
        return Response.noContent().build();
    }
}
