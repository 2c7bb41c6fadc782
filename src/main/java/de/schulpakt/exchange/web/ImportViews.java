package de.schulpakt.exchange.web;

import jakarta.faces.context.FacesContext;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;

/** Where the pages of a kind of import lead: to each other if it has both, else to those that its folder has for all of its kinds. */
final class ImportViews {
    private ImportViews() {
    }

    /** The page that is shown, without its ending. */
    static String here() {
        return FacesContext.getCurrentInstance().getViewRoot().getViewId().replaceFirst("[.]xhtml$", "");
    }

    /** The page of one import beside the list that is shown: {@code booking-import} beside {@code booking-imports}. */
    static String one() {
        String one = here().replaceFirst("s$", "");
        return there(one) ? one : "import";
    }

    /** The list beside the page of one import that is shown. */
    static String all() {
        String all = here() + "s";
        return there(all) ? all : "imports";
    }

    private static boolean there(String view) {
        try {
            return FacesContext.getCurrentInstance().getExternalContext().getResource(view + ".xhtml") != null;
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
