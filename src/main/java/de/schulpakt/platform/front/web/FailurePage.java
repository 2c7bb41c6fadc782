package de.schulpakt.platform.front.web;

import de.schulpakt.platform.step.Outcome;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** What a page for errors says: the words for the status, or those for all that have none of their own. */
@Named("failure")
@RequestScoped
public class FailurePage {
    /** Attribute of the request: what is known of its steps. */
    static final String OUTCOME = "schulpakt.outcome";
    @Inject
    HttpServletRequest request;
    @Inject
    Language language;

    /** The headline. */
    public String getTitle() {
        return text("title");
    }

    /** What it means and what to do. */
    public String getText() {
        return text("text");
    }

    /** That something was stored, or that nobody knows; nothing was stored if neither. */
    public String getOutcome() {
        Outcome.Known known = request.getAttribute(OUTCOME) instanceof Outcome.Known outcome ? outcome : Outcome.Known.NOTHING;
        return known.sentence(language.getLocale(), "error.outcome");
    }

    private String text(String part) {
        return text(language.getLocale(), request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), part);
    }

    /** The title or the text for a status. */
    static String text(Locale locale, Object status, String part) {
        String key = "error." + status + "." + part;
        return Texts.get(locale, Texts.has(locale, key) ? key : "error.other." + part);
    }
}
