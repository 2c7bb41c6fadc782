package de.schulpakt.funding.household.web;

import de.schulpakt.funding.household.OwnShareQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What all awards of an authority cost its household. */
@Path("authorities/{id}/own-share")
@Tag(name = "applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuthorityShareResource {
    @Inject
    OwnShareQueries shares;

    @GET
    @Operation(summary = "Own share of all awards of an authority by household year, beside own money, gap and follow-up costs; in cents")
    public OwnShareQueries.OfAuthority share(@PathParam("id") long id) {
        return shares.ofAuthority(id);
    }
}
