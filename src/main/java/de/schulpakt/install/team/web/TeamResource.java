package de.schulpakt.install.team.web;

import de.schulpakt.install.team.TeamList;
import de.schulpakt.install.team.TeamQueries;
import de.schulpakt.install.team.Teams;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/** Teams over REST. */
@Path("teams")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TeamResource {
    @Inject
    Teams teams;
    @Inject
    TeamQueries queries;
    @Inject
    TeamList list;

    @GET
    @Operation(summary = "Teams of the authorities that the token may see; sort by name")
    public Page<TeamList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One team with its members and history")
    public TeamQueries.View get(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Found a team; for technicians of the authority")
    public Response found(@NotNull Teams.Found cmd) {
        Long id = teams.found(cmd);
        return Response.created(URI.create("teams/" + id)).entity(Map.of("id", id)).build();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Another name")
    public TeamQueries.View rename(@PathParam("id") long id, @NotNull Teams.Rename cmd) {
        teams.rename(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/members")
    @Operation(summary = "A technician belongs to it from a day on; answers the id of the membership")
    public Map<String, Long> join(@PathParam("id") long id, @NotNull Teams.Join cmd) {
        return Map.of("id", teams.join(id, cmd));
    }

    @PUT
    @Path("members/{member}")
    @Operation(summary = "Other days of a member")
    public void change(@PathParam("member") long member, @NotNull Teams.Days cmd) {
        teams.change(member, cmd);
    }

    @POST
    @Path("members/{member}/remove")
    @Operation(summary = "A membership was written by mistake")
    public void remove(@PathParam("member") long member, @NotNull Teams.Why cmd) {
        teams.remove(member, cmd);
    }

    @POST
    @Path("{id}/lead")
    @Operation(summary = "Who leads it, or nobody")
    public TeamQueries.View lead(@PathParam("id") long id, @NotNull Teams.Lead cmd) {
        teams.lead(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "It gets no tickets any more; what is not done goes to another team or to none")
    public TeamQueries.View end(@PathParam("id") long id, @NotNull Teams.End cmd) {
        teams.end(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "It gets tickets again")
    public TeamQueries.View resume(@PathParam("id") long id, @NotNull Teams.Why cmd) {
        teams.resume(id, cmd);
        return queries.view(id);
    }
}
