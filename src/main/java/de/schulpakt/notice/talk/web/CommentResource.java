package de.schulpakt.notice.talk.web;

import de.schulpakt.notice.talk.CommentQueries;
import de.schulpakt.notice.talk.Comments;
import de.schulpakt.platform.rest.BySession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/** Comments over REST. */
@Path("comments")
@Tag(name = "notice")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CommentResource {
    @Inject
    Comments comments;
    @Inject
    CommentQueries queries;

    @GET
    @Operation(summary = "The comments at a subject, the newest first, e.g. subject=Ticket&id=7; before=<id> for older ones. Internal ones are answered to the offices only")
    public CommentQueries.View list(@QueryParam("subject") String subject, @QueryParam("id") Long id, @QueryParam("before") Long before) {
        return queries.before(subject, id == null ? 0 : id, before == null ? Long.MAX_VALUE : before);
    }

    @POST
    @BySession
    @Operation(summary = "Write a comment; @account in its text mentions somebody. Files are attached as files of the subject Comment")
    public Response write(@NotNull Comments.Write cmd) {
        Long id = comments.write(cmd);
        return Response.created(URI.create("comments/" + id)).entity(queries.one(id)).build();
    }

    @GET
    @Path("people")
    @Operation(summary = "Some people who may be mentioned at a subject, by the beginning of their name or account")
    public List<CommentQueries.Person> people(@QueryParam("subject") String subject, @QueryParam("id") Long id, @QueryParam("internal") Boolean internal,
            @QueryParam("start") String start) {
        return queries.people(subject, id == null ? 0 : id, Boolean.TRUE.equals(internal), start);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One comment, with what it said before")
    public CommentQueries.One one(@PathParam("id") long id) {
        return queries.one(id);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change the words, for ten minutes")
    public CommentQueries.One edit(@PathParam("id") long id, @NotNull Comments.Edit cmd) {
        comments.edit(id, cmd);
        return queries.one(id);
    }

    @POST
    @Path("{id}/remove")
    @Operation(summary = "Take a comment back, with a reason; its line stays")
    public CommentQueries.One remove(@PathParam("id") long id, @NotNull Comments.Remove cmd) {
        comments.remove(id, cmd);
        return queries.one(id);
    }
}
