package de.schulpakt.school.register.web;

import de.schulpakt.exchange.CsvFile;
import de.schulpakt.exchange.ImportRow;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.register.SchoolImportQueries;
import de.schulpakt.school.register.SchoolImports;
import de.schulpakt.school.register.UploadSchools;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;

/** The list of imports, and where a file is uploaded. */
@Named
@ViewScoped
public class ImportsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SchoolImports imports;
    @Inject
    transient SchoolImportQueries queries;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private transient Part file;
    private Page<ImportRow> rows;

    /** Reads the imports. */
    public void load() {
        act.show(() -> rows = queries.list(PageRequest.of(Params.page(here.param("page")), null, null)));
    }

    /** Keeps the chosen file and goes on with its settings. */
    public String upload() {
        return act.run(() -> "import?faces-redirect=true&id=" + imports.upload(command(file)), "school.import.uploaded");
    }

    private static UploadSchools command(Part part) {
        if (part == null) {
            return new UploadSchools("-", new byte[0]);
        }
        String name = String.valueOf(part.getSubmittedFileName()).replaceAll(".*[/\\\\]", "");
        try (InputStream in = part.getInputStream()) {
            return new UploadSchools(name.isBlank() ? "-" : name, in.readNBytes(CsvFile.MOST_BYTES + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public Page<ImportRow> getRows() {
        return rows;
    }
}
