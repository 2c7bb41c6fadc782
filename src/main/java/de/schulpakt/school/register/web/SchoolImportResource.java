package de.schulpakt.school.register.web;

import de.schulpakt.exchange.CsvFile;
import de.schulpakt.exchange.ImportRow;
import de.schulpakt.identity.CurrentUser;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.web.Language;
import de.schulpakt.school.register.ChangeImport;
import de.schulpakt.school.register.Outcome;
import de.schulpakt.school.register.RunImport;
import de.schulpakt.school.register.SchoolImportQueries;
import de.schulpakt.school.register.SchoolImportRow;
import de.schulpakt.school.register.SchoolImportView;
import de.schulpakt.school.register.SchoolImports;
import de.schulpakt.school.register.UploadSchools;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Import of a school register: upload, settings, dry run, run. */
@Path("school-imports")
@Tag(name = "school imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SchoolImportResource {
    @Inject
    SchoolImports imports;
    @Inject
    SchoolImportQueries queries;
    @Inject
    SchoolImportRunner runner;
    @Inject
    CurrentUser user;
    @Inject
    Language language;

    @GET
    @Operation(summary = "Imports, newest first")
    public Page<ImportRow> list(@QueryParam("page") Integer page, @QueryParam("size") Integer size) {
        return queries.list(PageRequest.of(page, size, null));
    }

    @POST
    @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "Upload a CSV file as the body; at most 10 MB. Nothing is imported yet")
    public Response upload(@QueryParam("filename") String name, InputStream body) throws IOException {
        return created(name, body);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Upload a CSV file as the part named file; at most 10 MB. Nothing is imported yet")
    public Response uploadForm(List<EntityPart> parts) throws IOException {
        for (EntityPart part : parts) {
            if ("file".equals(part.getName())) {
                return created(part.getFileName().orElse(null), part.getContent());
            }
        }
        return created(null, InputStream.nullInputStream());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One import: how the file is read, the assignment of its columns, what it would do, what is wrong")
    public SchoolImportView view(@PathParam("id") long id) {
        return queries.view(id, language.getLocale());
    }

    @PUT
    @Path("{id}/settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change how the file is imported; without columns these are guessed again")
    public SchoolImportView settings(@PathParam("id") long id, ChangeImport command) {
        imports.change(new ChangeImport(id, command.version(), command.settings()));
        return view(id);
    }

    @GET
    @Path("{id}/preview")
    @Operation(summary = "The dry run: what would happen to each row; outcome is NEW, CHANGED, SAME or WRONG")
    public Page<SchoolImportRow> preview(@PathParam("id") long id, @QueryParam("outcome") Outcome outcome,
            @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
        return queries.preview(id, outcome, PageRequest.of(page, size, null), language.getLocale());
    }

    @POST
    @Path("{id}/run")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Start the import: all rows or none, in the background; ask progress for its end")
    public Response run(@PathParam("id") long id, RunImport command) {
        imports.run(new RunImport(id, command.version()));
        runner.start(id, user.id());
        return Response.accepted(queries.progress(id)).build();
    }

    @GET
    @Path("{id}/progress")
    @Operation(summary = "State of an import and how many rows are stored so far")
    public ImportRow progress(@PathParam("id") long id) {
        return queries.progress(id);
    }

    @POST
    @Path("{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give an import up; its file is removed")
    public SchoolImportView discard(@PathParam("id") long id, RunImport command) {
        imports.discard(new RunImport(id, command.version()));
        return view(id);
    }

    private Response created(String name, InputStream body) throws IOException {
        String file = name == null || name.isBlank() ? "schools.csv" : name;
        Long id = imports.upload(new UploadSchools(file, body.readNBytes(CsvFile.MOST_BYTES + 1)));
        return Response.created(URI.create("school-imports/" + id)).entity(Map.of("id", id)).build();
    }
}
