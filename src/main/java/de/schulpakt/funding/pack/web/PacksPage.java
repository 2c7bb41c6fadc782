package de.schulpakt.funding.pack.web;

import de.schulpakt.funding.pack.PackQueries;
import de.schulpakt.funding.pack.PackState;
import de.schulpakt.funding.pack.Packs;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;

/** Where a rule pack is chosen or uploaded, and all that were. */
@Named
@ViewScoped
public class PacksPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 300 * 1024;
    @Inject
    transient Packs packs;
    @Inject
    transient PackQueries queries;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private transient Part file;

    /** Checks an uploaded file and shows what it would change. */
    public String upload() {
        return act.run(() -> "pack?faces-redirect=true&id=" + packs.check(command(file)), "pack.checked");
    }

    /** The same with one that comes with the program. */
    public String choose() {
        return act.run(() -> "pack?faces-redirect=true&id=" + packs.checkShipped(new Packs.Shipped(form.text("shipped"))), "pack.checked");
    }

    private static Packs.Check command(Part part) {
        if (part == null) {
            return new Packs.Check("-", new byte[0]);
        }
        String name = String.valueOf(part.getSubmittedFileName()).replaceAll(".*[/\\\\]", "");
        try (InputStream in = part.getInputStream()) {
            return new Packs.Check(name.isBlank() ? "-" : name, in.readNBytes(MOST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isMayCheck() {
        return queries.mayCheck();
    }

    public List<String> getShipped() {
        return queries.shipped();
    }

    public PackState[] getStates() {
        return PackState.values();
    }

    public Form getForm() {
        return form;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
