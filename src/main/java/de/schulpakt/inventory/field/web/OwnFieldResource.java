package de.schulpakt.inventory.field.web;

import de.schulpakt.inventory.field.FieldQueries;
import de.schulpakt.inventory.field.OwnFields;
import de.schulpakt.inventory.field.OwnValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Own fields of devices over REST. */
@Path("own-fields")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OwnFieldResource {
    @Inject
    OwnFields fields;
    @Inject
    OwnValues values;
    @Inject
    FieldQueries queries;

    @GET
    @Operation(summary = "The fields that administrators have added to devices")
    public List<FieldQueries.Field> all() {
        return queries.all();
    }

    @POST
    @Operation(summary = "Add a field to the devices of a kind, or of all")
    public Response create(@NotNull OwnFields.Create cmd) {
        Long id = fields.create(cmd);
        return Response.created(URI.create("own-fields/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/change")
    @Operation(summary = "Change label, choices and help; what was entered stays as it is")
    public List<FieldQueries.Field> change(@PathParam("id") long id, @NotNull OwnFields.Change cmd) {
        fields.change(id, cmd);
        return queries.all();
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "The field is not asked for any longer; its values stay")
    public List<FieldQueries.Field> end(@PathParam("id") long id, @NotNull OwnFields.Step cmd) {
        fields.end(id, cmd);
        return queries.all();
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "The field is asked for again")
    public List<FieldQueries.Field> resume(@PathParam("id") long id, @NotNull OwnFields.Step cmd) {
        fields.resume(id, cmd);
        return queries.all();
    }

    @GET
    @Path("of/{deviceId}")
    @Operation(summary = "The own fields of a device with what they say")
    public List<FieldQueries.Filled> of(@PathParam("deviceId") long deviceId) {
        return queries.of(deviceId);
    }

    @POST
    @Path("of/{deviceId}")
    @Operation(summary = "Enter values of a device; a blank one ends what was there")
    public List<FieldQueries.Filled> fill(@PathParam("deviceId") long deviceId, @NotNull OwnValues.Fill cmd) {
        values.fill(deviceId, cmd);
        return queries.of(deviceId);
    }
}
