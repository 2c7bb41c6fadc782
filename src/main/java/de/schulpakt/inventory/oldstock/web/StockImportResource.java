package de.schulpakt.inventory.oldstock.web;

import de.schulpakt.exchange.ImportBack;
import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportList;
import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.ImportRow;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvFormat;
import de.schulpakt.inventory.oldstock.OldStockKind;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Import of the old stock: upload, settings, dry run, what is to be decided, run. */
@Path("device-imports")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class StockImportResource {
    @Inject
    Imports imports;
    @Inject
    ImportQueries queries;
    @Inject
    ImportList list;
    @Inject
    Language language;

    /**
     * Other settings of an import whose version the asker saw.
     *
     * @param charset    encoding of the file
     * @param delimiter  what stands between two cells: one character
     * @param headerLine physical line of the column names; null: it is found out
     * @param columns    one field name per column, empty for a column that is not taken; null: they are guessed
     * @param options    what else can be chosen, and the answers to questions by the names of these; what is not named is as usual
     */
    public record Change(@NotNull Integer version, String charset, String delimiter, Integer headerLine, List<String> columns, Map<String, String> options) {
        Imports.Settings settings() {
            if (charset == null || delimiter == null || delimiter.length() != 1) {
                throw new Refused("import.settings");
            }
            return new Imports.Settings(version, new ImportSettings(new CsvFormat(charset, delimiter.charAt(0), headerLine == null ? -1 : headerLine), columns,
                    options == null ? Map.of() : new LinkedHashMap<>(options)));
        }
    }

    @GET
    @Operation(summary = "Imports of the old stock, newest first")
    public Page<ImportRow> list(@BeanParam Asked asked) {
        return list.page(asked.view().only(ImportList.KIND, OldStockKind.NAME));
    }

    @POST
    @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "Upload a table (CSV, XLSX) or an inventory of GLPI (JSON) as the body; at most 10 MB. Nothing is imported yet")
    public Response upload(@QueryParam("filename") String name, InputStream body) throws IOException {
        String file = name == null || name.isBlank() ? "devices.csv" : name;
        Long id = imports.upload(OldStockKind.NAME, new Imports.Upload(file, body.readNBytes(CsvFile.MOST_BYTES + 1)));
        return Response.created(URI.create("device-imports/" + id)).entity(Map.of("id", id)).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One import: how the file is read, the assignment of its columns, what it would do, what is wrong")
    public ImportQueries.View view(@PathParam("id") long id) {
        return queries.view(id, language.getLocale());
    }

    @PUT
    @Path("{id}/settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change how the file is imported, and answer what is asked; without columns these are guessed again")
    public ImportQueries.View settings(@PathParam("id") long id, @NotNull Change command) {
        imports.change(id, command.settings());
        return view(id);
    }

    @GET
    @Path("{id}/questions")
    @Operation(summary = "What is to be decided for all rows alike: awards, and fields in which devices differ from their rows; answered in the options of the settings")
    public List<ImportKind.Question> questions(@PathParam("id") long id) {
        return queries.questions(id, language.getLocale());
    }

    @GET
    @Path("{id}/preview")
    @Operation(summary = "The dry run: what would happen to each row, and what may be decided for it; outcome is NEW, CHANGED, SAME or WRONG; asked=true shows those rows only for"
            + " which something may be decided")
    public Page<ImportQueries.Line> preview(@PathParam("id") long id, @QueryParam("outcome") Outcome outcome, @QueryParam("asked") Boolean asked,
            @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
        return queries.preview(id, outcome, Boolean.TRUE.equals(asked), PageRequest.of(page, size, null), language.getLocale());
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
    public ImportQueries.View cancel(@PathParam("id") long id, Imports.Step command) {
        imports.cancel(id, command);
        return view(id);
    }

    @GET
    @Path("{id}/back")
    @Operation(summary = "What would go and what would stay if the import were taken back now; 204 if it cannot be")
    public ImportBack back(@PathParam("id") long id) {
        return queries.back(id);
    }

    @POST
    @Path("{id}/take-back")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Take back what the import has made and nobody has touched since; the others stay and are named")
    public ImportBack takeBack(@PathParam("id") long id, Imports.TakeBack command) {
        return imports.takeBack(id, command);
    }

    @POST
    @Path("{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give an import up; its file is removed")
    public ImportQueries.View discard(@PathParam("id") long id, Imports.Step command) {
        imports.discard(id, command);
        return view(id);
    }
}
