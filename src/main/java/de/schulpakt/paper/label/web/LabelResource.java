package de.schulpakt.paper.label.web;

import de.schulpakt.paper.label.LabelFormats;
import de.schulpakt.paper.label.LabelJobQueries;
import de.schulpakt.paper.label.LabelJobs;
import de.schulpakt.paper.label.LabelQueries;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.list.web.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Labels over REST. */
@Path("labels")
@Tag(name = "labels")
@ApplicationScoped
public class LabelResource {
    @Inject
    LabelQueries labels;
    @Inject
    LabelFormats changes;
    @Inject
    LabelJobs jobs;
    @Inject
    LabelJobQueries jobQueries;

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Labels as PDF: of=devices or rooms, format (see formats), code=QR or CODE_128, first free place, frame=true, and the "
            + "parameters of the list of devices, or school of rooms; id once or more often for single ones")
    public void labels(@BeanParam Asked asked, @Context HttpServletResponse response) throws IOException {
        LabelServlet.head(response);
        labels.write(asked.view().sent(), true, response.getOutputStream());
        response.flushBuffer();
    }

    @POST
    @Path("jobs")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Have the labels made in the background, in parts; parameters as for the file. What is chosen is fixed now")
    public Response start(@BeanParam Asked asked) {
        Long id = jobs.start(asked.view().sent(), true);
        return Response.created(URI.create("labels/jobs/" + id)).entity(jobQueries.one(id)).build();
    }

    @GET
    @Path("jobs")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The newest 50 of one's own in the background, with their parts; they are removed 14 days after their end")
    public List<LabelJobQueries.Job> mine() {
        return jobQueries.mine();
    }

    @GET
    @Path("jobs/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How far they are")
    public LabelJobQueries.Job one(@PathParam("id") long id) {
        return jobQueries.one(id);
    }

    @POST
    @Path("jobs/{id}/cancel")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make no more; what was made can be fetched")
    public LabelJobQueries.Job cancel(@PathParam("id") long id) {
        jobs.cancel(id);
        return jobQueries.one(id);
    }

    @GET
    @Path("jobs/{id}/parts/{no}")
    @Produces("application/pdf")
    @Operation(summary = "A part as PDF")
    public Response part(@PathParam("id") long id, @PathParam("no") int no) {
        return Response.ok(jobQueries.part(id, no)).build();
    }

    @GET
    @Path("formats")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sheets and rolls of labels; sizes in hundredths of a millimetre")
    public List<LabelQueries.Format> formats() {
        return labels.formats();
    }

    @GET
    @Path("formats/measured")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "All formats with their versions and how they were before, for administrators; sizes in hundredths of a millimetre")
    public List<LabelQueries.Measured> measured() {
        return labels.measured();
    }

    @GET
    @Path("formats/{id}/history")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What was changed of a format, for administrators")
    public List<HistoryEntry> formatHistory(@PathParam("id") long id) {
        return labels.formatHistory(id);
    }

    @POST
    @Path("formats")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a format; sizes in hundredths of a millimetre")
    public Response addFormat(@NotNull LabelFormats.Create cmd) {
        Long id = changes.create(cmd);
        return Response.created(URI.create("labels/formats/" + id)).entity(Map.of("id", id)).build();
    }

    @PUT
    @Path("formats/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change a format; how it was before is kept")
    public void changeFormat(@PathParam("id") long id, @NotNull LabelFormats.Change cmd) {
        changes.change(id, cmd);
    }

    @POST
    @Path("formats/{id}/restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A format is again as it was before, by the id of that")
    public void restoreFormat(@PathParam("id") long id, @NotNull LabelFormats.Restore cmd) {
        changes.restore(id, cmd);
    }
}
