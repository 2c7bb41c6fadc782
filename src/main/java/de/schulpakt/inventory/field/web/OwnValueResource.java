package de.schulpakt.inventory.field.web;

import de.schulpakt.inventory.field.OwnValues;
import de.schulpakt.inventory.field.ValueList;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Values of own fields over REST. */
@Path("own-values")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OwnValueResource {
    @Inject
    OwnValues values;
    @Inject
    ValueList list;

    @GET
    @Operation(summary = "What own fields say now, a line for each value; sort by text")
    public Page<ValueList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Path("many")
    @Operation(summary = "Enter the same value at many devices; a blank one ends what was there. The answer says at how many it is another")
    public Map<String, Integer> many(@NotNull OwnValues.Many cmd) {
        return Map.of("changed", values.fillMany(cmd));
    }
}
