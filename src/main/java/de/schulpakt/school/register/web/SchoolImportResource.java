package de.schulpakt.school.register.web;

import de.schulpakt.exchange.FactChange;
import de.schulpakt.exchange.ImportAction;
import de.schulpakt.exchange.ImportCounts;
import de.schulpakt.exchange.ImportList;
import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.ImportRow;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Language;
import de.schulpakt.school.register.SchoolImportKind;
import de.schulpakt.school.register.SchoolImportSettings;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Import of a school register: upload, settings, dry run, run. */
@Path("school-imports")
@Tag(name = "school imports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SchoolImportResource {
    @Inject
    Imports imports;
    @Inject
    ImportQueries queries;
    @Inject
    ImportList list;
    @Inject
    Language language;

    /** Other settings of an import whose version the asker saw; what they leave open is found out again. */
    public record Change(@NotNull Integer version, @NotNull SchoolImportSettings settings) {
    }

    /** An import whole, as {@link ImportQueries.View} but with the settings of this kind and its words called types. */
    public record View(ImportRow job, Integer version, SchoolImportSettings settings, List<ImportQueries.Column> columns,
            List<ImportQueries.Word> types, Integer typesTotal, ImportCounts counts, List<Finding.Told> findings, Boolean runnable,
            String reason, Set<ImportAction> actions, List<HistoryEntry> timeline) {
    }

    /** A row of the dry run, as {@link ImportQueries.Line}. */
    public record Row(Integer line, Outcome outcome, String officialNo, String name, Long schoolId, List<FactChange> changes,
            List<Finding.Told> findings) {
    }

    @GET
    @Operation(summary = "Imports, newest first")
    public Page<ImportRow> list(@BeanParam Asked asked) {
        return list.page(asked.view().only(ImportList.KIND, SchoolImportKind.NAME));
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
    public View view(@PathParam("id") long id) {
        ImportQueries.View v = queries.view(id, language.getLocale());
        return new View(v.job(), v.version(), SchoolImportSettings.of(v.settings()), v.columns(), v.words(), v.wordsTotal(), v.counts(),
                v.findings(), v.runnable(), v.reason(), v.actions(), v.timeline());
    }

    @PUT
    @Path("{id}/settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change how the file is imported; without columns these are guessed again")
    public View settings(@PathParam("id") long id, Change command) {
        imports.change(id, new Imports.Settings(command.version(), command.settings() == null ? null : command.settings().stored()));
        return view(id);
    }

    @GET
    @Path("{id}/preview")
    @Operation(summary = "The dry run: what would happen to each row; outcome is NEW, CHANGED, SAME, WRONG or GONE (stored but not in the file)")
    public Page<Row> preview(@PathParam("id") long id, @QueryParam("outcome") Outcome outcome,
            @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
        Page<ImportQueries.Line> lines = queries.preview(id, outcome, PageRequest.of(page, size, null), language.getLocale());
        return new Page<>(lines.rows().stream().map(l -> new Row(l.line(), l.outcome(), l.number(), l.name(), l.subjectId(), l.changes(),
                l.findings())).toList(), lines.total(), lines.page(), lines.size());
    }

    @POST
    @Path("{id}/run")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Start the import: all rows or none, in the background; ask progress for its end")
    public Response run(@PathParam("id") long id, Imports.Step command) {
        imports.run(id, command);
        return Response.accepted(queries.progress(id)).build();
    }

    @GET
    @Path("{id}/progress")
    @Operation(summary = "State of an import and how many rows are stored so far")
    public ImportRow progress(@PathParam("id") long id) {
        return queries.progress(id);
    }

    @POST
    @Path("{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Stop an import that runs; nothing of it is stored")
    public View cancel(@PathParam("id") long id, Imports.Step command) {
        imports.cancel(id, command);
        return view(id);
    }

    @POST
    @Path("{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give an import up; its file is removed")
    public View discard(@PathParam("id") long id, Imports.Step command) {
        imports.discard(id, command);
        return view(id);
    }

    private Response created(String name, InputStream body) throws IOException {
        String file = name == null || name.isBlank() ? "schools.csv" : name;
        Long id = imports.upload(SchoolImportKind.NAME, new Imports.Upload(file, body.readNBytes(CsvFile.MOST_BYTES + 1)));
        return Response.created(URI.create("school-imports/" + id)).entity(Map.of("id", id)).build();
    }
}
