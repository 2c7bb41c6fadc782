package de.schulpakt.paper.web;

import de.schulpakt.paper.PaperQueries;
import de.schulpakt.paper.type.TypeQueries;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The card of papers that pages of subjects include. */
@Named
@ViewScoped
public class PapersPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient PaperQueries queries;
    @Inject
    transient TypeQueries types;
    @Inject
    transient Language language;
    @Inject
    transient Here here;
    private transient Map<String, PaperQueries.View> read;
    private transient Map<String, List<PaperQueries.Row>> every;
    private transient List<PaperQueries.Kind> kinds;
    private transient String accepted;

    /** The papers at a subject, of the page and kind that the address names; read once for each drawing. */
    public PaperQueries.View of(String type, Long id) {
        if (read == null) {
            read = new HashMap<>();
        }
        return read.computeIfAbsent(type + id, k -> queries.of(type, id, here.param("paperKind").isEmpty() ? null : here.param("paperKind"), Params.page(here.param("papers"))));
    }

    /** All papers at a subject, for a form that chooses among them. */
    public List<PaperQueries.Row> all(String type, Long id) {
        if (every == null) {
            every = new HashMap<>();
        }
        return every.computeIfAbsent(type + id, k -> queries.all(type, id));
    }

    /** The kinds that are offered. */
    public List<PaperQueries.Kind> getKinds() {
        if (kinds == null) {
            kinds = queries.kinds();
        }
        return kinds;
    }

    /** What a file is whose kind nobody chooses, in the language of the page. */
    public String usual(String type) {
        return queries.usual(type, getKinds()).stream().map(k -> kind(k.nameDe(), k.nameEn())).collect(Collectors.joining(" / "));
    }

    /** The endings of files that are taken in, as a browser wants them named; read once for each drawing. */
    public String getAccepted() {
        if (accepted == null) {
            accepted = types.accepted();
        }
        return accepted;
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
