package de.schulpakt.funding.application.web;

import de.schulpakt.funding.application.ApplicationList;
import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.application.Applications;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.text.Sentence;
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

/** Applications for funding, their schools and positions, submission and decision. */
@Path("applications")
@Tag(name = "applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApplicationResource {
    @Inject
    Applications applications;
    @Inject
    ApplicationQueries queries;
    @Inject
    ApplicationList list;

    @GET
    @Operation(summary = "Applications, the newest first; sort by no, title, programme, authority, state, submittedOn, decidedOn, applied or approved")
    public Page<ApplicationQueries.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An application with its schools, positions, version, actions and timeline")
    public ApplicationQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("{id}/content")
    @Operation(summary = "What it says: as it was handed in, with its checksum, or its records while it is a draft")
    public ApplicationQueries.Said said(@PathParam("id") long id) {
        return queries.said(id);
    }

    @GET
    @Path("{id}/missing")
    @Operation(summary = "What it still lacks, school by school, with the page where it is put right")
    public List<ApplicationQueries.Missing> missing(@PathParam("id") long id) {
        return queries.missing(id);
    }

    @GET
    @Path("{id}/hindrances")
    @Operation(summary = "All with which the submission of a draft would be refused today, each with its remedy; empty: it may be submitted, or is no draft")
    public List<Sentence> hindrances(@PathParam("id") long id) {
        return queries.hindrances(id);
    }

    @POST
    @Operation(summary = "Begin an application as a draft")
    public Response create(Applications.Create cmd) {
        Long id = applications.create(cmd);
        return Response.created(URI.create("applications/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/annexes")
    @Operation(summary = "Add a school to a draft")
    public ApplicationQueries.View addAnnex(@PathParam("id") long id, Applications.AddAnnex c) {
        applications.addAnnex(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/annexes/remove")
    @Operation(summary = "Remove a school with its positions from a draft")
    public ApplicationQueries.View removeAnnex(@PathParam("id") long id, Applications.RemoveAnnex c) {
        applications.removeAnnex(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/positions")
    @Operation(summary = "Add a position to a school of a draft")
    public ApplicationQueries.View addPosition(@PathParam("id") long id, Applications.AddPosition c) {
        applications.addPosition(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/positions/change")
    @Operation(summary = "Change a position of a draft")
    public ApplicationQueries.View changePosition(@PathParam("id") long id, Applications.ChangePosition c) {
        applications.changePosition(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/positions/remove")
    @Operation(summary = "Remove a position from a draft")
    public ApplicationQueries.View removePosition(@PathParam("id") long id, Applications.RemovePosition c) {
        applications.removePosition(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/concept")
    @Operation(summary = "Record that the media concept of a school has come")
    public ApplicationQueries.View receiveConcept(@PathParam("id") long id, Applications.ReceiveConcept c) {
        applications.receiveConcept(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/submit")
    @Operation(summary = "Submit to the granting body; refused when the ceiling is not sufficient")
    public ApplicationQueries.View submit(@PathParam("id") long id, Applications.Submit c) {
        applications.submit(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "Take back")
    public ApplicationQueries.View withdraw(@PathParam("id") long id, Applications.Withdraw c) {
        applications.withdraw(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/decide")
    @Operation(summary = "Record the decision; every approved position opens a budget")
    public ApplicationQueries.View decide(@PathParam("id") long id, Applications.Decide c) {
        applications.decide(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/terms")
    @Operation(summary = "Record which ancillary terms the decision names, in which version")
    public ApplicationQueries.View nameTerms(@PathParam("id") long id, Applications.NameTerms c) {
        applications.nameTerms(id, c);
        return queries.view(id);
    }
}
