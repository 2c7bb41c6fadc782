package de.schulpakt.inventory.oldstock.web;

import de.schulpakt.inventory.oldstock.StockExport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The devices as a table over REST. */
@Path("device-stock")
@Tag(name = "inventory")
@ApplicationScoped
public class StockResource {
    @Inject
    StockExport export;

    @GET
    @Produces("text/csv;charset=UTF-8")
    @Operation(summary = "The devices that are there, as CSV with exactly the columns that the import of the old stock reads; school narrows it down to one")
    public byte[] stock(@QueryParam("school") Long school) {
        return export.csv(school);
    }
}
