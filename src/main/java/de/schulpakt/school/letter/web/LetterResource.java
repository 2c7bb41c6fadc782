package de.schulpakt.school.letter.web;

import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Received;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.NotFound;
import de.schulpakt.school.letter.LetterQueries;
import de.schulpakt.school.letter.Letters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What authorities bring to their papers, over REST. */
@Path("letters")
@Tag(name = "letters")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class LetterResource {
    @Inject
    Letters letters;
    @Inject
    LetterQueries queries;
    @Inject
    Intake intake;

    @GET
    @Operation(summary = "The versions of a part (head, or a kind of paper such as order-sheet) in a language (de, en), the newest first")
    public List<LetterQueries.View> versions(@QueryParam("authority") Long authority, @QueryParam("part") String part, @QueryParam("lang") String lang) {
        return queries.versions(authority, part, lang);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One version")
    public LetterQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("{id}/preview")
    @Produces(PrintQueries.PDF)
    @Operation(summary = "An example of a paper with this version, as PDF")
    public Response preview(@PathParam("id") long id) {
        return Response.ok(queries.preview(id).bytes()).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write a new version of a part; it is not in force yet")
    public Response write(@QueryParam("authority") Long authority, @QueryParam("part") String part, @QueryParam("lang") String lang,
            @NotNull Letters.Write cmd) {
        return created(letters.write(known(authority), part, lang, cmd, null));
    }

    @POST
    @Path("logo")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Write a new version of the head: the words of the one written last with the logo of the body (PNG or JPEG)")
    public Response logo(@QueryParam("authority") Long authority, @QueryParam("lang") String lang, InputStream body) {
        List<LetterQueries.View> before = queries.versions(known(authority), Letters.HEAD, lang);
        LetterQueries.View last = before.isEmpty() ? null : before.get(0);
        Letters.Write same = last == null ? new Letters.Write(null, null, null, null, null, null)
                : new Letters.Write(last.sender(), last.contact(), last.footer(), null, null, null);
        try (Received logo = intake.take(body, "logo")) {
            return created(letters.write(authority, Letters.HEAD, lang, same, logo));
        }
    }

    @POST
    @Path("{id}/use")
    @Operation(summary = "Put a version in force, a new one or one that was before")
    public LetterQueries.View use(@PathParam("id") long id) {
        letters.use(id);
        return queries.view(id);
    }

    private static Response created(Long id) {
        return Response.created(URI.create("letters/" + id)).entity(Map.of("id", id)).build();
    }

    private static long known(Long authority) {
        if (authority == null) {
            throw new NotFound("Authority", 0);
        }
        return authority;
    }
}
