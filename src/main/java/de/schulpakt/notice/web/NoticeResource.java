package de.schulpakt.notice.web;

import de.schulpakt.notice.NoticeQueries;
import de.schulpakt.notice.Notices;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own notices. */
@Path("notices")
@Tag(name = "notice")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NoticeResource {
    @Inject
    NoticeQueries queries;
    @Inject
    Notices notices;

    @GET
    @Operation(summary = "One's own notices, newest first; unread=true for those not read yet")
    public Page<NoticeQueries.Row> list(@QueryParam("unread") Boolean unread, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
        return queries.list(Boolean.TRUE.equals(unread), PageRequest.of(page, size, null));
    }

    @GET
    @Path("groups")
    @Operation(summary = "The same page by what they are about, each subject counted over all pages with how many are not read")
    public Page<NoticeQueries.Group> groups(@QueryParam("unread") Boolean unread, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
        Page<NoticeQueries.Row> rows = queries.list(Boolean.TRUE.equals(unread), PageRequest.of(page, size, null));
        return new Page<>(queries.groups(rows.rows()), rows.total(), rows.page(), rows.size());
    }

    @GET
    @Path("{id}/about")
    @Operation(summary = "Those about the same subject as this one, newest first")
    public Page<NoticeQueries.Row> about(@PathParam("id") long id, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
        return queries.about(id, PageRequest.of(page, size, null));
    }

    @POST
    @Path("read")
    @Operation(summary = "Mark all as read")
    public void readAll() {
        notices.readAll();
    }

    @POST
    @Path("{id}/read")
    @Operation(summary = "Mark one as read")
    public void read(@PathParam("id") long id) {
        notices.read(id);
    }

    @POST
    @Path("{id}/read-subject")
    @Operation(summary = "Mark all about the same subject as read")
    public void readSubject(@PathParam("id") long id) {
        notices.readSubject(id);
    }

    @POST
    @Path("{id}/unread")
    @Operation(summary = "Mark one as not read")
    public void unread(@PathParam("id") long id) {
        notices.unread(id);
    }

    @GET
    @Path("topics")
    @Operation(summary = "The topics that concern one, and how one hears of each")
    public List<NoticeQueries.Topic> topics() {
        return queries.topics();
    }

    @PUT
    @Path("topics")
    @Operation(summary = "Choose how to hear of a topic")
    public void choose(Notices.Choose command) {
        notices.choose(command);
    }
}
