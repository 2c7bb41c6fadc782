package de.schulpakt.funding.audit.web;

import de.schulpakt.funding.audit.SampleList;
import de.schulpakt.funding.audit.SampleQueries;
import de.schulpakt.funding.audit.Samples;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Random samples of the devices of grants. */
@Path("samples")
@Tag(name = "samples")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SampleResource {
    @Inject
    Samples samples;
    @Inject
    SampleQueries queries;
    @Inject
    SampleList list;

    @GET
    @Operation(summary = "Samples, the newest first")
    public Page<SampleQueries.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Operation(summary = "Draw devices of an application at random; the same seed draws the same ones")
    public Response draw(Samples.Draw cmd) {
        Long id = samples.draw(cmd);
        return Response.created(URI.create("samples/" + id)).entity(Map.of("id", id)).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A sample with its devices as they are today")
    public SampleQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }
}
