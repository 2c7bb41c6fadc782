package de.schulpakt.overview.home.web;

import de.schulpakt.overview.home.SchoolParts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What other rooms know about a school. */
@Path("overview/schools")
@Tag(name = "overview")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SchoolPartsResource {
    @Inject
    SchoolParts parts;

    @GET
    @Path("{id}")
    @Operation(summary = "Readiness of a school’s rooms, its money, requests, devices and tickets")
    public SchoolParts.View school(@PathParam("id") long id) {
        return parts.parts(id);
    }
}
