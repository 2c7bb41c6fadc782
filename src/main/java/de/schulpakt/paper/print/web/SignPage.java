package de.schulpakt.paper.print.web;

import de.schulpakt.paper.print.SignatureQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The card of signatures that pages of subjects include. */
@Named
@ViewScoped
public class SignPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SignatureQueries queries;
    private transient SignatureQueries.Card card;

    /** What would be signed and who has signed, read once for each drawing. */
    public SignatureQueries.Card card(String kind, Long id) {
        if (card == null) {
            card = queries.card(kind, id);
        }
        return card;
    }
}
