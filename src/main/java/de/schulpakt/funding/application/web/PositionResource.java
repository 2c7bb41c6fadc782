package de.schulpakt.funding.application.web;

import de.schulpakt.funding.application.PositionList;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Positions of applications. */
@Path("positions")
@Tag(name = "applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PositionResource {
    @Inject
    PositionList list;

    @GET
    @Operation(summary = "Positions of applications; application, school and category narrow them down. Amounts gross, in cents")
    public Page<PositionList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }
}
