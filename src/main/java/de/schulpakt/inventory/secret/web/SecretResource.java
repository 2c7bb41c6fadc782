package de.schulpakt.inventory.secret.web;

import de.schulpakt.inventory.secret.SecretQueries;
import de.schulpakt.inventory.secret.Secrets;
import de.schulpakt.platform.rest.Secret;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Passwords of devices over REST. */
@Path("device-secrets")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SecretResource {
    @Inject
    Secrets secrets;
    @Inject
    SecretQueries queries;

    @GET
    @Path("of/{device}")
    @Operation(summary = "Which passwords of a device are kept; never what they are")
    public SecretQueries.View of(@PathParam("device") long device) {
        return queries.of(device);
    }

    @POST
    @Path("of/{device}")
    @Operation(summary = "Keep a password of a device; the former one of its kind is gone")
    public SecretQueries.View keep(@PathParam("device") long device, @NotNull Secrets.Keep cmd) {
        secrets.keep(device, cmd);
        return queries.of(device);
    }

    @POST
    @Path("{id}/open")
    @Operation(summary = "Open a password; that and why stands in the device's history")
    @Secret
    public Secrets.Opened open(@PathParam("id") long id, @NotNull Secrets.Why cmd) {
        return secrets.open(id, cmd);
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "A password is not needed any longer: nothing of it is kept")
    public void end(@PathParam("id") long id, @NotNull Secrets.Why cmd) {
        secrets.end(id, cmd);
    }
}
