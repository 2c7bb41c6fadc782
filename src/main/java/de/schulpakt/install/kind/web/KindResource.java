package de.schulpakt.install.kind.web;

import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindQueries;
import de.schulpakt.install.kind.Kinds;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Kinds of tickets over REST. */
@Path("ticket-kinds")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KindResource {
    @Inject
    Kinds kinds;
    @Inject
    KindQueries queries;

    @GET
    @Operation(summary = "The newest revision of each kind of tickets")
    public List<Kind> list() {
        return queries.known();
    }

    @POST
    @Operation(summary = "Add a kind; for administrators of the whole installation")
    public Response create(@NotNull Kinds.Create cmd) {
        Long id = kinds.create(cmd);
        return Response.created(URI.create("ticket-kinds/" + cmd.code())).entity(Map.of("id", id)).build();
    }

    @PUT
    @Path("{code}")
    @Operation(summary = "Make the next revision of a kind; running tickets keep theirs")
    public Map<String, Long> change(@PathParam("code") String code, @NotNull Kinds.Change cmd) {
        return Map.of("id", kinds.change(code, cmd));
    }
}
