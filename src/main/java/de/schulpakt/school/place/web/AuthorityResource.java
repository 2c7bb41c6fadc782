package de.schulpakt.school.place.web;

import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.place.Schools;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who runs schools. */
@Path("authorities")
@Tag(name = "schools")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AuthorityResource {
    @Inject
    Schools schools;
    @Inject
    SchoolQueries queries;

    @GET
    @Operation(summary = "School authorities of this installation")
    public List<SchoolQueries.AuthorityOption> authorities() {
        return queries.authorities();
    }

    @POST
    @Operation(summary = "Create a school authority")
    public Response create(Schools.CreateAuthority command) {
        Long id = schools.createAuthority(command);
        return Response.created(URI.create("authorities/" + id)).entity(Map.of("id", id)).build();
    }
}
