package de.schulpakt.inventory.value.web;

import de.schulpakt.inventory.value.AssetLineList;
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

/** Lines of the statements, over REST. */
@Path("asset-lines")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AssetLineResource {
    @Inject
    AssetLineList list;

    @GET
    @Operation(summary = "Devices in the statements; run limits them to one; amounts in cents, the cost is gross")
    public Page<AssetLineList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }
}
