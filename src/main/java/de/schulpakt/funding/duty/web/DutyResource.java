package de.schulpakt.funding.duty.web;

import de.schulpakt.funding.duty.PublicityQueries;
import de.schulpakt.funding.duty.StakeQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an award obliges to. */
@Path("awards/{id}")
@Tag(name = "applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DutyResource {
    @Inject
    PublicityQueries publicity;
    @Inject
    StakeQueries stakes;

    @GET
    @Path("publicity")
    @Operation(summary = "What the programme of an application wants to be read in public, until when, and which photos prove it")
    public PublicityQueries.Publicity publicity(@PathParam("id") long id) {
        return publicity.of(id);
    }

    @GET
    @Path("at-stake")
    @Operation(summary = "What of an award may be claimed back today because what it bought is bound, by the year in which the binding ends")
    public StakeQueries.Stake stake(@PathParam("id") long id) {
        return stakes.of(id);
    }
}
