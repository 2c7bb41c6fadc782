package de.schulpakt.install.ready.web;

import de.schulpakt.install.ready.ReadyPlace;
import de.schulpakt.install.ready.ReadyQueries;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ready texts at the fields of a ticket's page, read once for all of them. */
@Named
@RequestScoped
public class ReadyOffer {
    @Inject
    ReadyQueries queries;
    @Inject
    Language language;
    private final Map<Long, List<ReadyQueries.Offer>> read = new HashMap<>();

    /** The texts for a field of a ticket. */
    public List<ReadyQueries.Offer> of(Long ticket, String place) {
        ReadyPlace at = ReadyPlace.valueOf(place);
        return read.computeIfAbsent(ticket, id -> queries.offered(id, language.getLocale())).stream().filter(one -> one.place() == at).toList();
    }
}
