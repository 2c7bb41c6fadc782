package de.schulpakt.notice.hook.web;

import de.schulpakt.notice.hook.HookQueries;
import de.schulpakt.notice.hook.Hooks;
import de.schulpakt.platform.rest.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Webhooks over REST, for administrators of the whole installation. */
@Path("webhooks")
@Tag(name = "notice")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HookResource {
    @Inject
    Hooks hooks;
    @Inject
    HookQueries queries;

    @GET
    @Operation(summary = "All webhooks, without their secrets")
    public List<HookQueries.Row> list() {
        return queries.list();
    }

    @POST
    @Operation(summary = "A new webhook; answers its secret this once. A message carries Schulpakt-Signature: t=<seconds>,v1=<HMAC-SHA256 of t, a dot and the body>")
    @Secret
    public Response create(@NotNull Hooks.Describe cmd) {
        Hooks.NewSecret made = hooks.create(cmd);
        return Response.created(URI.create("webhooks/" + made.id())).entity(made).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One webhook with its newest messages")
    public HookQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change a webhook, switch it off or on again")
    public HookQueries.View change(@PathParam("id") long id, @NotNull Hooks.Describe cmd) {
        hooks.change(id, cmd);
        return queries.view(id);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Remove a webhook; its messages go with their retention")
    public void remove(@PathParam("id") long id, @NotNull @QueryParam("version") Integer version) {
        hooks.remove(id, new Hooks.Remove(version));
    }

    @POST
    @Path("{id}/secret")
    @Operation(summary = "Another secret, answered this once")
    @Secret
    public Hooks.NewSecret renew(@PathParam("id") long id) {
        return hooks.renew(id);
    }

    @POST
    @Path("{id}/test")
    @Operation(summary = "Send a message to try it out")
    public void test(@PathParam("id") long id) {
        hooks.test(id);
    }

    @POST
    @Path("{id}/deliveries/{delivery}/again")
    @Operation(summary = "Send a message once more that is not tried any more")
    public void again(@PathParam("id") long id, @PathParam("delivery") long delivery) {
        hooks.sendAgain(id, delivery);
    }
}
