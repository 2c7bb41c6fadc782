package de.schulpakt.notice.answer.web;

import de.schulpakt.notice.answer.Arrivals;
import de.schulpakt.notice.answer.ArrivedList;
import de.schulpakt.notice.answer.ArrivedQueries;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Messages that came to the mailbox for answers, over REST, for administrators of the whole installation. */
@Path("arrived-mails")
@Tag(name = "notice")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ArrivedResource {
    @Inject
    ArrivedList list;
    @Inject
    ArrivedQueries queries;
    @Inject
    Arrivals arrivals;

    @GET
    @Operation(summary = "Messages to the mailbox for answers, newest first; sort by arrived")
    public Page<ArrivedList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One message, with its words while it waits")
    public ArrivedQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("{id}/assign")
    @Operation(summary = "Make it a comment of the administrator at the subject of this page, or at the one that its address names")
    public Map<String, Long> assign(@PathParam("id") long id, @Valid Arrivals.Assign command) {
        return Map.of("comment", arrivals.assign(id, command));
    }

    @POST
    @Path("{id}/drop")
    @Operation(summary = "Drop it; its words go")
    public ArrivedQueries.View drop(@PathParam("id") long id, @Valid Arrivals.Drop command) {
        arrivals.drop(id, command);
        return queries.view(id);
    }
}
