package de.schulpakt.school.concept.web;

import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.school.concept.ConceptList;
import de.schulpakt.school.concept.ConceptQueries;
import de.schulpakt.school.concept.Concepts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Concepts of schools, version by version; their files are papers of subject Concept. */
@Path("school-concepts")
@Tag(name = "school-concepts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConceptResource {
    @Inject
    Concepts concepts;
    @Inject
    ConceptQueries queries;
    @Inject
    ConceptList list;

    /** A version, and of which school. */
    public record New(@NotNull Long schoolId, @NotNull @Valid Concepts.Record concept) {
    }

    @GET
    @Operation(summary = "Versions of concepts of schools")
    public Page<ConceptList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Operation(summary = "Record the next version of a concept")
    public Response add(@Valid New cmd) {
        Long id = concepts.record(cmd.schoolId(), cmd.concept());
        return Response.created(URI.create("school-concepts/" + id)).entity(Map.of("id", id)).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One version")
    public ConceptQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change it")
    public ConceptQueries.View change(@PathParam("id") long id, Concepts.Change cmd) {
        concepts.change(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/sign")
    @Operation(summary = "Record that the school or its authority has signed a concept for operation, maintenance and support")
    public ConceptQueries.View sign(@PathParam("id") long id, Concepts.Sign cmd) {
        concepts.sign(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/unsign")
    @Operation(summary = "Take back a signature that was recorded by mistake")
    public ConceptQueries.View unsign(@PathParam("id") long id, Concepts.Unsign cmd) {
        concepts.unsign(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "It does not count")
    public ConceptQueries.View withdraw(@PathParam("id") long id, Concepts.Reason cmd) {
        concepts.withdraw(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/restore")
    @Operation(summary = "It counts after all")
    public ConceptQueries.View restore(@PathParam("id") long id, Concepts.Reason cmd) {
        concepts.restore(id, cmd);
        return queries.view(id);
    }
}
