package de.schulpakt.overview.phone.web;

import de.schulpakt.overview.phone.PhoneQueries;
import de.schulpakt.platform.rest.BySession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is taken along, over REST. */
@Path("overview/phone")
@Tag(name = "overview")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PhoneResource {
    @Inject
    PhoneQueries queries;

    @GET
    @BySession
    @Operation(summary = "What one works on without network today: tickets with their checklists, rooms, stock-takings that run")
    public PhoneQueries.Taken taken() {
        return queries.taken();
    }

    @GET
    @Path("counts/{id}")
    @BySession
    @Operation(summary = "What is taken along to count: expected and found devices with their numbers, rooms")
    public PhoneQueries.Counting counting(@PathParam("id") long id) {
        return queries.counting(id);
    }
}
