package de.schulpakt.paper.web;

import de.schulpakt.paper.PaperQueries;
import de.schulpakt.platform.web.Language;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The card of papers that pages of subjects include. */
@Named
@ViewScoped
public class PapersPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient PaperQueries queries;
    @Inject
    transient Language language;
    private transient Map<String, PaperQueries.View> read;
    private transient List<PaperQueries.Kind> kinds;

    /** The papers at a subject, read once for each drawing. */
    public PaperQueries.View of(String type, Long id) {
        if (read == null) {
            read = new HashMap<>();
        }
        return read.computeIfAbsent(type + id, k -> queries.of(type, id));
    }

    /** The kinds that are offered. */
    public List<PaperQueries.Kind> getKinds() {
        if (kinds == null) {
            kinds = queries.kinds();
        }
        return kinds;
    }

    /** The name of a kind in the language of the page. */
    public String kind(String german, String english) {
        return "en".equals(language.getLocale().getLanguage()) ? english : german;
    }

    /** True if the asker can open it now. */
    public boolean opens(PaperQueries.View view, PaperQueries.Row row) {
        return row.contentId() != null && switch (row.scan()) {
            case CLEAN -> true;
            case UNCHECKED -> !view.scanned();
            case WAITING -> false;
            case INFECTED -> false;
        };
    }

    /** True for what the browser shows by itself: photos and PDF. */
    public boolean shows(PaperQueries.Row row) {
        return row.mediaType().startsWith("image/") || row.mediaType().equals("application/pdf");
    }

    /** A size as people read it. */
    public String size(long bytes) {
        return bytes < 1024 * 1024 ? Math.max(1, bytes >> 10) + " KB" : (bytes >> 20) + " MB";
    }
}
