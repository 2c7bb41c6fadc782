package de.schulpakt.identity.account.web;

import de.schulpakt.platform.list.Circles;
import de.schulpakt.platform.list.ListViews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Views of lists over REST. */
@Path("list-views")
@Tag(name = "identity")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ListViewResource {
    @Inject
    ListViews views;

    @GET
    @Path("circles")
    @Operation(summary = "With whom views can be shared")
    public List<Circles.Circle> circles() {
        return views.circles();
    }

    @GET
    @Path("{list}")
    @Operation(summary = "One’s own views of a list and those that are shared with one")
    public List<ListViews.Kept> seen(@PathParam("list") String list) {
        return views.named(list);
    }

    @POST
    @Operation(summary = "Keep a view, or other parameters and another circle for one’s own of that name")
    public List<ListViews.Kept> save(@NotNull ListViews.Save cmd) {
        views.save(cmd);
        return views.seen(cmd.list());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Forget one’s own view; end one that is shared")
    public void forget(@PathParam("id") long id) {
        views.forget(id);
    }
}
