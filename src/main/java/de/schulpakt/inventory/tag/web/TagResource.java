package de.schulpakt.inventory.tag.web;

import de.schulpakt.inventory.tag.TagQueries;
import de.schulpakt.inventory.tag.TagRollList;
import de.schulpakt.inventory.tag.TagRolls;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tags that are printed before anybody knows on which device they will be, over REST. */
@Path("tag-rolls")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TagResource {
    @Inject
    TagRolls rolls;
    @Inject
    TagQueries queries;
    @Inject
    TagRollList list;

    @GET
    @Operation(summary = "Rolls of the authorities that the token may see, the newest first")
    public Page<TagRollList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A roll with its newest bound tags, actions, version and timeline")
    public TagQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Make a roll; its labels are those of=tags with roll")
    public Response make(@NotNull TagRolls.Make c) {
        Long id = rolls.make(c);
        return Response.created(URI.create("tag-rolls/" + id)).entity(queries.view(id)).build();
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "What is left of it is not used any more")
    public TagQueries.View end(@PathParam("id") long id, @NotNull TagRolls.Why c) {
        rolls.end(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "It was ended by mistake")
    public TagQueries.View reopen(@PathParam("id") long id, @NotNull TagRolls.Why c) {
        rolls.reopen(id, c);
        return queries.view(id);
    }

    @GET
    @Path("tag/{tag}")
    @Operation(summary = "A tag, and the device that has it")
    public TagQueries.Tag tag(@PathParam("tag") String tag) {
        return queries.tag(tag);
    }

    @POST
    @Path("bind")
    @Operation(summary = "Bind a tag to the device on which it was stuck")
    public TagQueries.Tag bind(@NotNull TagRolls.Bind c) {
        rolls.bind(c);
        return queries.tag(c.tag());
    }
}
