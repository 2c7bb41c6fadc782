package de.schulpakt.identity.inspection.web;

import de.schulpakt.identity.inspection.InspectionList;
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

/** What auditors have looked at. */
@Path("inspections")
@Tag(name = "inspections")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class InspectionResource {
    @Inject
    InspectionList list;

    @GET
    @Operation(summary = "What auditors have looked at, the newest first; for administrators")
    public Page<InspectionList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }
}
