package de.schulpakt.inventory.device.web;

import de.schulpakt.inventory.device.DeviceQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Numbers of devices over REST. */
@Path("identifiers")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class IdentifierResource {
    @Inject
    DeviceQueries queries;

    @GET
    @Operation(summary = "Devices that have this number or had it, in whatever notation: serial number, inventory number, MAC address, IMEI or tag")
    public List<DeviceQueries.Known> known(@QueryParam("number") String number) {
        return queries.known(number);
    }
}
