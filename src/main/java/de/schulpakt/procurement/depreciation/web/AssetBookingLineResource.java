package de.schulpakt.procurement.depreciation.web;

import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.procurement.depreciation.AssetBookingLineList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Devices in the runs of depreciation, over REST. */
@Path("asset-booking-lines")
@Tag(name = "asset-bookings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AssetBookingLineResource {
    @Inject
    AssetBookingLineList list;

    @GET
    @Operation(summary = "Devices in the runs of depreciation; booking limits them to one; amounts in cents")
    public Page<AssetBookingLineList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }
}
