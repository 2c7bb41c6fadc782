package de.schulpakt.exchange.web;

import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;

/** Where a file of a kind is uploaded. */
@Named
@ViewScoped
public class ImportsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Imports imports;
    @Inject
    transient ImportQueries queries;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private transient Part file;
    private String kind;

    /** Asks for the kind that the address names. */
    public void load() {
        act.show(() -> {
            kind = kind == null ? here.param("kind") : kind;
            queries.kind(kind);
        });
    }

    /** Keeps the chosen file and goes on with its settings. */
    public String upload() {
        return act.run(() -> ImportViews.one() + "?faces-redirect=true&id=" + imports.upload(kind, command(file)), "import.uploaded");
    }

    private static Imports.Upload command(Part part) {
        if (part == null) {
            return new Imports.Upload("-", new byte[0]);
        }
        String name = String.valueOf(part.getSubmittedFileName()).replaceAll(".*[/\\\\]", "");
        try (InputStream in = part.getInputStream()) {
            return new Imports.Upload(name.isBlank() ? "-" : name, in.readNBytes(CsvFile.MOST_BYTES + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String getKind() {
        return kind;
    }

    /** The kind of a page of its own; otherwise the address names it. */
    public void setKind(String kind) {
        this.kind = kind;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
