package de.schulpakt.overview.textblock.web;

import de.schulpakt.overview.textblock.TextBlockQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The text blocks of the application that the address names. */
@Named
@RequestScoped
public class TextBlocksPage {
    @Inject
    TextBlockQueries queries;
    @Inject
    Act act;
    @Inject
    Here here;
    @Inject
    Language language;
    private TextBlockQueries.View view;

    /** Reads what is recorded. */
    public void load() {
        Long application = Params.number(here.param("application"));
        act.show(() -> view = queries.of(application == null ? 0 : application, language.getLocale()));
    }

    public TextBlockQueries.View getView() {
        return view;
    }
}
