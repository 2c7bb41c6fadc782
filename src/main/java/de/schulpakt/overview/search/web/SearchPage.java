package de.schulpakt.overview.search.web;

import de.schulpakt.identity.register.web.Links;
import de.schulpakt.overview.search.SearchQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;

/** What the search of the top bar has found; the number or serial of exactly one thing leads straight to its page. */
@Named("searchPage")
@ViewScoped
public class SearchPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SearchQueries queries;
    @Inject
    transient Act act;
    @Inject
    transient Here here;
    @Inject
    transient Links links;
    private transient SearchQueries.View view;

    /** Searches, and goes to what was meant if that is clear. */
    public void load() {
        act.show(() -> view = queries.search(here.param("q")));
        if (view != null && view.only() != null) {
            try {
                FacesContext.getCurrentInstance().getExternalContext().redirect(href(view.only()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The page of a hit. */
    public String href(SearchQueries.Hit hit) {
        return "Paper".equals(hit.kind()) ? FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + "/paper/file/" + hit.id() : links.of(hit.kind(), hit.id(), hit.no());
    }

    public SearchQueries.View getView() {
        return view;
    }
}
