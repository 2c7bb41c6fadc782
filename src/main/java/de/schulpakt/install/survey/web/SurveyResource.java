package de.schulpakt.install.survey.web;

import de.schulpakt.install.survey.SurveyQueries;
import de.schulpakt.install.survey.Surveys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Surveys of rooms over REST. */
@Path("surveys")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SurveyResource {
    @Inject
    Surveys surveys;
    @Inject
    SurveyQueries queries;

    @GET
    @Path("{school}")
    @Operation(summary = "The rooms of a school with what was found in each last")
    public List<SurveyQueries.Row> rooms(@PathParam("school") long school) {
        return queries.rooms(school);
    }

    @POST
    @Operation(summary = "Record whether the power of a room will do, and what is missing if not")
    public void record(@NotNull Surveys.Record cmd) {
        surveys.record(cmd);
    }
}
