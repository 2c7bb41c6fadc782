package de.schulpakt.paper.type.web;

import de.schulpakt.paper.type.PaperTypes;
import de.schulpakt.paper.type.SafeType;
import de.schulpakt.paper.type.TypeQueries;
import de.schulpakt.platform.history.HistoryEntry;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Types of files over REST. */
@Path("file-types")
@Tag(name = "files")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TypeResource {
    @Inject
    TypeQueries queries;
    @Inject
    PaperTypes types;

    @GET
    @Operation(summary = "The types of files that can be taken in, and whether they are; for administrators")
    public List<TypeQueries.Type> types() {
        return queries.types();
    }

    @POST
    @Operation(summary = "Take files of a type in or no longer, show them in the browser or not; what a browser would run is never one of them")
    public List<TypeQueries.Type> change(@NotNull PaperTypes.Change cmd) {
        types.change(cmd);
        return queries.types();
    }

    @GET
    @Path("{type}/history")
    @Operation(summary = "What was changed of a type of files, for administrators")
    public List<HistoryEntry> history(@PathParam("type") SafeType type) {
        return queries.typeHistory(type);
    }
}
