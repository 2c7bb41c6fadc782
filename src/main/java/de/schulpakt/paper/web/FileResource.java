package de.schulpakt.paper.web;

import de.schulpakt.paper.Intake;
import de.schulpakt.paper.PaperKinds;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.rest.BySession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Papers over REST. */
@Path("files")
@Tag(name = "files")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class FileResource {
    private static final int LONGEST = 4_000;
    private static final int MOST_FOUND = 20;
    @Inject
    Papers papers;
    @Inject
    PaperQueries queries;
    @Inject
    Intake intake;
    @Inject
    PaperKinds paperKinds;

    @GET
    @Operation(summary = "Fifty files at a subject, the newest first, e.g. subject=Ticket&id=7; subjects are School, Application, Request, PurchaseOrder, Device, Ticket."
            + " kind narrows them down, page is from 1 on; total says how many there are")
    public PaperQueries.View list(@QueryParam("subject") String subject, @QueryParam("id") Long id, @QueryParam("kind") String kind, @QueryParam("page") Integer page) {
        return queries.of(subject, id == null ? 0 : id, kind == null || kind.isBlank() ? null : kind, page);
    }

    @GET
    @Path("found")
    @Operation(summary = "Files found by the words of their names, the newest first, at most 20: q=lieferschein")
    public List<PaperQueries.Found> find(@QueryParam("q") String text) {
        return queries.find(text == null ? "" : text, MOST_FOUND);
    }

    @GET
    @Path("kinds")
    @Operation(summary = "The kinds of files that are offered")
    public List<PaperQueries.Kind> kinds() {
        return queries.kinds();
    }

    @POST
    @Path("kinds")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a kind of files")
    public Response addKind(@NotNull PaperKinds.Create cmd) {
        Long id = paperKinds.create(cmd);
        return Response.created(URI.create("files/kinds/" + id)).entity(Map.of("id", id)).build();
    }

    @PUT
    @Path("kinds/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change a kind of files: names, years to keep, whether it is offered")
    public Response changeKind(@PathParam("id") long id, @NotNull PaperKinds.Change cmd) {
        paperKinds.change(id, cmd);
        return Response.noContent().build();
    }

    @GET
    @Path("kinds/all")
    @Operation(summary = "All kinds of files with the number of files of each, for administrators")
    public List<PaperQueries.Kind> allKinds() {
        return queries.allKinds();
    }

    @POST
    @BySession
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Attach a file as the body; its length need not be known before. The same file once more answers the one that is there")
    public Response upload(@QueryParam("subject") String subject, @QueryParam("id") Long id, @QueryParam("kind") String kind,
            @QueryParam("filename") String name, @QueryParam("note") String note, @QueryParam("replaces") Long replaces, InputStream body) {
        long at = id == null ? 0 : id;
        queries.mayAttach(subject, at);
        return kept(subject, at, new Papers.Attach(kind, note, replaces), name, body);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Attach a file as the part named file; the parts subject, id, kind, note and replaces come before it")
    public Response uploadForm(List<EntityPart> parts) throws IOException {
        Map<String, String> said = new HashMap<>();
        for (EntityPart part : parts) {
            if (!"file".equals(part.getName())) {
                said.put(part.getName(), new String(part.getContent().readNBytes(LONGEST), StandardCharsets.UTF_8));
                continue;
            }
            Long id = number(said.get("id"));
            queries.mayAttach(said.get("subject"), id);
            String replaces = said.get("replaces");
            return kept(said.get("subject"), id, new Papers.Attach(said.get("kind"), said.get("note"), replaces == null ? null : number(replaces)),
                    part.getFileName().orElse(null), part.getContent());
        }
        return kept(said.get("subject"), number(said.get("id")), new Papers.Attach(said.get("kind"), null, null), null, InputStream.nullInputStream());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "What is known of a file")
    public PaperQueries.Row view(@PathParam("id") long id) {
        return queries.row(id);
    }

    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The bytes of a file")
    public void content(@PathParam("id") long id, @Context HttpServletResponse response) throws IOException {
        PaperQueries.Content content = queries.content(id);
        Sending.head(response, content, false);
        queries.copy(content, response.getOutputStream());
        response.flushBuffer();
    }

    @GET
    @Path("{id}/preview")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A small picture of a photo, as JPEG")
    public void preview(@PathParam("id") long id, @Context HttpServletResponse response) throws IOException {
        byte[] small = queries.preview(id);
        if (small == null) {
            throw new NotFound("Preview", id);
        }
        Sending.preview(response, small);
        response.flushBuffer();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give a file another kind or note")
    public PaperQueries.Row describe(@PathParam("id") long id, @NotNull Papers.Describe cmd) {
        papers.describe(id, cmd);
        return queries.row(id);
    }

    @POST
    @Path("{id}/remove")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Remove a file, with a reason; its line stays")
    public PaperQueries.Row remove(@PathParam("id") long id, @NotNull Papers.Remove cmd) {
        papers.remove(id, cmd);
        return queries.row(id);
    }

    private Response kept(String subject, long id, Papers.Attach cmd, String name, InputStream body) {
        try (Received file = intake.take(body, name)) {
            Long kept = papers.attach(subject, id, cmd, file);
            return Response.created(URI.create("files/" + kept)).entity(Map.of("id", kept)).build();
        }
    }

    private static Long number(String text) {
        if (text == null || !text.matches("\\d{1,18}")) {
            throw new NotFound("Paper", text);
        }
        return Long.valueOf(text);
    }
}
