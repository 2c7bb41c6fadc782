package de.schulpakt.funding.audit.web;

import de.schulpakt.funding.audit.GrantDeviceList;
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

/** Devices that budgets have paid. */
@Path("grant-devices")
@Tag(name = "grant-devices")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class GrantDeviceResource {
    @Inject
    GrantDeviceList list;

    @GET
    @Operation(summary = "Devices that budgets have paid, by application, budget, drawdown, line of it or invoice: where each is today, who accepted it, until when it is bound")
    public Page<GrantDeviceList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }
}
