package de.schulpakt.funding.web;

import de.schulpakt.funding.AddAnnex;
import de.schulpakt.funding.AddPosition;
import de.schulpakt.funding.ApplicationFilter;
import de.schulpakt.funding.ApplicationQueries;
import de.schulpakt.funding.ApplicationRow;
import de.schulpakt.funding.ApplicationState;
import de.schulpakt.funding.ApplicationView;
import de.schulpakt.funding.Applications;
import de.schulpakt.funding.ChangePosition;
import de.schulpakt.funding.CreateApplication;
import de.schulpakt.funding.DecideApplication;
import de.schulpakt.funding.ReceiveConcept;
import de.schulpakt.funding.RemoveAnnex;
import de.schulpakt.funding.RemovePosition;
import de.schulpakt.funding.SubmitApplication;
import de.schulpakt.funding.WithdrawApplication;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applications for funding, their schools and positions, submission and decision. */
@Path("applications")
@Tag(name = "applications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApplicationResource {
    @Inject
    Applications applications;
    @Inject
    ApplicationQueries queries;

    @GET
    @Operation(summary = "Applications, the newest first")
    public Page<ApplicationRow> list(@QueryParam("programme") Long programme, @QueryParam("authority") Long authority,
            @QueryParam("state") ApplicationState state, @QueryParam("q") String q, @QueryParam("page") Integer page,
            @QueryParam("size") Integer size, @QueryParam("sort") String sort) {
        return queries.list(new ApplicationFilter(programme, authority, state, q), PageRequest.of(page, size, sort));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An application with its schools, positions, version, actions and timeline")
    public ApplicationView view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Begin an application as a draft")
    public Response create(CreateApplication cmd) {
        Long id = applications.create(cmd);
        return Response.created(URI.create("applications/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/annexes")
    @Operation(summary = "Add a school to a draft")
    public ApplicationView addAnnex(@PathParam("id") long id, AddAnnex c) {
        applications.addAnnex(new AddAnnex(id, c.version(), c.schoolId(), c.conceptReceivedOn(), c.conceptDueOn()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/annexes/remove")
    @Operation(summary = "Remove a school with its positions from a draft")
    public ApplicationView removeAnnex(@PathParam("id") long id, RemoveAnnex c) {
        applications.removeAnnex(new RemoveAnnex(id, c.version(), c.annexId()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/positions")
    @Operation(summary = "Add a position to a school of a draft")
    public ApplicationView addPosition(@PathParam("id") long id, AddPosition c) {
        applications.addPosition(new AddPosition(id, c.version(), c.annexId(), c.category(), c.description(), c.appliedCents()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/positions/change")
    @Operation(summary = "Change a position of a draft")
    public ApplicationView changePosition(@PathParam("id") long id, ChangePosition c) {
        applications.changePosition(new ChangePosition(id, c.version(), c.positionId(), c.description(), c.appliedCents()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/positions/remove")
    @Operation(summary = "Remove a position from a draft")
    public ApplicationView removePosition(@PathParam("id") long id, RemovePosition c) {
        applications.removePosition(new RemovePosition(id, c.version(), c.positionId()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/concept")
    @Operation(summary = "Record that the media concept of a school has come")
    public ApplicationView receiveConcept(@PathParam("id") long id, ReceiveConcept c) {
        applications.receiveConcept(new ReceiveConcept(id, c.version(), c.annexId(), c.receivedOn()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/submit")
    @Operation(summary = "Submit to the granting body; refused when the ceiling is not sufficient")
    public ApplicationView submit(@PathParam("id") long id, SubmitApplication c) {
        applications.submit(new SubmitApplication(id, c.version(), c.note()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "Take back")
    public ApplicationView withdraw(@PathParam("id") long id, WithdrawApplication c) {
        applications.withdraw(new WithdrawApplication(id, c.version(), c.reason()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/decide")
    @Operation(summary = "Record the decision; every approved position opens a budget")
    public ApplicationView decide(@PathParam("id") long id, DecideApplication c) {
        applications.decide(new DecideApplication(id, c.version(), c.reference(), c.decidedOn(), c.periodFrom(), c.periodTo(),
                c.positions(), c.reason()));
        return queries.view(id);
    }
}
