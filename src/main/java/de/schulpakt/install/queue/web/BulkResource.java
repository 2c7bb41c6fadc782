package de.schulpakt.install.queue.web;

import de.schulpakt.install.queue.Bulk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The same step on many tickets over REST. */
@Path("tickets/bulk")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BulkResource {
    @Inject
    Bulk bulk;
    @Context
    HttpHeaders headers;

    @POST
    @Operation(summary = "Take, assign, rank or split by room many tickets; the answer says of each whether it was done, and why not")
    public List<Bulk.Result> run(@NotNull @Valid Bulk.Command cmd) {
        return bulk.run(cmd, headers.getAcceptableLanguages().get(0));
    }
}
