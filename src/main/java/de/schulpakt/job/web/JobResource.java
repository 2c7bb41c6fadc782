package de.schulpakt.job.web;

import de.schulpakt.job.JobQueries;
import de.schulpakt.job.JobRunList;
import de.schulpakt.job.Jobs;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Jobs over REST, for administrators of the whole installation. */
@Path("jobs")
@Tag(name = "jobs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {
    @Inject
    Jobs jobs;
    @Inject
    JobQueries queries;
    @Inject
    JobRunList runs;

    @GET
    @Operation(summary = "All jobs: when each runs, how its last run ended, whether it is paused")
    public List<JobQueries.View> list() {
        return queries.list();
    }

    @GET
    @Path("runs")
    @Operation(summary = "The runs of the last 30 days, newest first; sort by started, kind or outcome")
    public Page<JobRunList.Row> runs(@BeanParam Asked asked) {
        return runs.page(asked.view());
    }

    @GET
    @Path("{name}")
    @Operation(summary = "One job")
    public JobQueries.View view(@PathParam("name") String name) {
        return queries.view(name);
    }

    @POST
    @Path("{name}/run")
    @Operation(summary = "Have a job run now; if it is running, once more after that")
    public Response run(@PathParam("name") String name) {
        jobs.run(name);
        return Response.accepted(queries.view(name)).build();
    }

    @POST
    @Path("{name}/pause")
    @Operation(summary = "Have a job passed over from now on")
    public JobQueries.View pause(@PathParam("name") String name) {
        jobs.pause(name);
        return queries.view(name);
    }

    @POST
    @Path("{name}/resume")
    @Operation(summary = "Have a paused job run again")
    public JobQueries.View resume(@PathParam("name") String name) {
        jobs.resume(name);
        return queries.view(name);
    }

    @POST
    @Path("{name}/cancel")
    @Operation(summary = "End the run that is going on")
    public Response cancel(@PathParam("name") String name) {
        jobs.cancel(name);
        return Response.accepted(queries.view(name)).build();
    }
}
