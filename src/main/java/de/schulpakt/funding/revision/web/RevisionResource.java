package de.schulpakt.funding.revision.web;

import de.schulpakt.funding.revision.RevisionContent;
import de.schulpakt.funding.revision.RevisionList;
import de.schulpakt.funding.revision.RevisionQueries;
import de.schulpakt.funding.revision.Revisions;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Versions of decided applications: amendments, supplements, notices, withdrawals and revocations in part. */
@Path("revisions")
@Tag(name = "applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RevisionResource {
    @Inject
    Revisions revisions;
    @Inject
    RevisionQueries queries;
    @Inject
    RevisionList list;

    @GET
    @Operation(summary = "Versions of applications, the newest first; application narrows them down")
    public Page<RevisionList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A version with what it changes, its actions, version and timeline; eligible expenditure in cents")
    public RevisionQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("{id}/content")
    @Operation(summary = "What was sent, as it was sent")
    public RevisionContent sent(@PathParam("id") long id) {
        return queries.sent(id);
    }

    @GET
    @Path("{id}/obstacles")
    @Operation(summary = "Why what it takes back is not free yet, and what holds the money")
    public List<RevisionQueries.Obstacle> obstacles(@PathParam("id") long id) {
        return queries.obstacles(id);
    }

    @POST
    @Operation(summary = "Begin a version of a decided application")
    public Response create(Revisions.Create c) {
        Long id = revisions.create(c);
        return Response.created(URI.create("revisions/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/lines")
    @Operation(summary = "Say what a position is to become, or that there is to be a new one")
    public RevisionQueries.View write(@PathParam("id") long id, Revisions.Write c) {
        revisions.write(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/lines/drop")
    @Operation(summary = "Take a line out again")
    public RevisionQueries.View dropLine(@PathParam("id") long id, Revisions.DropLine c) {
        revisions.dropLine(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/submit")
    @Operation(summary = "Send to the granting body; what a supplement asks for counts against the ceiling")
    public RevisionQueries.View submit(@PathParam("id") long id, Revisions.Submit c) {
        revisions.submit(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "Take back")
    public RevisionQueries.View withdraw(@PathParam("id") long id, Revisions.Withdraw c) {
        revisions.withdraw(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/note")
    @Operation(summary = "Record that the granting body has taken note of a notice")
    public RevisionQueries.View note(@PathParam("id") long id, Revisions.Note c) {
        revisions.note(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/decide")
    @Operation(summary = "Record the decision; positions, period and budgets follow")
    public RevisionQueries.View decide(@PathParam("id") long id, Revisions.Decide c) {
        revisions.decide(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/revoke")
    @Operation(summary = "Record that the granting body takes a part back")
    public RevisionQueries.View revoke(@PathParam("id") long id, Revisions.Revoke c) {
        revisions.revoke(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/undo")
    @Operation(summary = "Put a decision right: what stood before binds again")
    public RevisionQueries.View undo(@PathParam("id") long id, Revisions.Undo c) {
        revisions.undo(id, c);
        return queries.view(id);
    }
}
