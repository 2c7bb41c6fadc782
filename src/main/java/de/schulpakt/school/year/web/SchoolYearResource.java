package de.schulpakt.school.year.web;

import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.school.year.SchoolYearList;
import de.schulpakt.school.year.SchoolYearQueries;
import de.schulpakt.school.year.SchoolYears;
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

/** Pupils, teachers and classes of schools by school year. */
@Path("school-years")
@Tag(name = "school-years")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SchoolYearResource {
    @Inject
    SchoolYears years;
    @Inject
    SchoolYearQueries queries;
    @Inject
    SchoolYearList list;

    /** The numbers of a school year, and of which school. */
    public record New(@NotNull Long schoolId, @NotNull @Valid SchoolYears.Numbers numbers) {
    }

    @GET
    @Operation(summary = "Numbers of schools by school year")
    public Page<SchoolYearList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Operation(summary = "Record the numbers of a school year")
    public Response add(@Valid New cmd) {
        Long id = years.record(cmd.schoolId(), cmd.numbers());
        return Response.created(URI.create("school-years/" + id)).entity(Map.of("id", id)).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "The numbers of one school year")
    public SchoolYearQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change them; the history of the school keeps what stood there")
    public void change(@PathParam("id") long id, SchoolYears.Change cmd) {
        years.change(id, cmd);
    }

    @POST
    @Path("{id}/remove")
    @Operation(summary = "Remove them, with the reason")
    public void remove(@PathParam("id") long id, SchoolYears.Remove cmd) {
        years.remove(id, cmd);
    }
}
