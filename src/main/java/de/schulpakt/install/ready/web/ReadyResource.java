package de.schulpakt.install.ready.web;

import de.schulpakt.install.ready.ReadyList;
import de.schulpakt.install.ready.ReadyQueries;
import de.schulpakt.install.ready.ReadyTexts;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Ready texts over REST. */
@Path("ready-texts")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReadyResource {
    @Inject
    ReadyTexts texts;
    @Inject
    ReadyQueries queries;
    @Inject
    ReadyList list;
    @Inject
    Language language;

    @GET
    @Operation(summary = "Ready texts of the authorities that the token may see; sort by name or place")
    public Page<ReadyList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("offered/{ticket}")
    @Operation(summary = "The texts that are offered at a ticket, filled, in the language of Accept-Language")
    public List<ReadyQueries.Offer> offered(@PathParam("ticket") long ticket) {
        return queries.offered(ticket, language.getLocale());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One text with its history")
    public ReadyQueries.View get(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Write a text; for technicians of the authority")
    public Response write(@NotNull ReadyTexts.Write cmd) {
        Long id = texts.write(cmd);
        return Response.created(URI.create("ready-texts/" + id)).entity(Map.of("id", id)).build();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Other words")
    public ReadyQueries.View change(@PathParam("id") long id, @NotNull ReadyTexts.Change cmd) {
        texts.change(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "Offer it no more")
    public ReadyQueries.View end(@PathParam("id") long id, @NotNull ReadyTexts.Over cmd) {
        texts.end(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Offer it again")
    public ReadyQueries.View resume(@PathParam("id") long id, @NotNull ReadyTexts.Over cmd) {
        texts.resume(id, cmd);
        return queries.view(id);
    }
}
