package de.schulpakt.paper.print.web;

import de.schulpakt.paper.print.SignatureQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The card of signatures that pages of subjects include. */
@Named
@ViewScoped
public class SignPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SignatureQueries queries;
    private transient SignatureQueries.Text text;
    private transient List<SignatureQueries.Row> rows;

    /** What would be signed, read once for each drawing. */
    public SignatureQueries.Text text(String kind, Long id) {
        if (text == null) {
            text = queries.text(kind, id);
        }
        return text;
    }

    /** Who has signed. */
    public List<SignatureQueries.Row> rows(String kind, Long id) {
        if (rows == null) {
            rows = queries.of(kind, id);
        }
        return rows;
    }
}
