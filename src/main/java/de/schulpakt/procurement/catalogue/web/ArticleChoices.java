package de.schulpakt.procurement.catalogue.web;

import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.ChoiceSource;
import de.schulpakt.platform.web.Choices;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.procurement.catalogue.CatalogueList;
import de.schulpakt.procurement.catalogue.CatalogueQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** The items of the catalogue that can be requested today, with category and price. */
@RequestScoped
public class ArticleChoices implements ChoiceSource {
    @Inject
    CatalogueQueries queries;
    @Inject
    CatalogueList list;
    @Inject
    Formats formats;

    @Override
    public String name() {
        return "articles";
    }

    @Override
    public Choices find(Asked asked) {
        Page<CatalogueQueries.Row> found = list.page(ListView.all().with("q", asked.text())
                .with("offered", true).with("size", SHOWN));
        return new Choices(found.rows().stream().map(r -> choice(r, asked.locale())).toList(), found.total())
                .with(queries.offered(asked.chosenId()).map(r -> choice(r, asked.locale())).orElse(null));
    }

    private Choices.Choice choice(CatalogueQueries.Row item, Locale locale) {
        return new Choices.Choice(item.id().toString(), Texts.get(locale, item.category()) + ": " + item.name() + " · " + formats.money(item.priceCents()));
    }
}
