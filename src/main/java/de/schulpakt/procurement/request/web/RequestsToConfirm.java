package de.schulpakt.procurement.request.web;

import de.schulpakt.procurement.request.RequestQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Approvals that wait for the asker as the second person, for the card of the home page; asked once per request. */
@Named
@RequestScoped
public class RequestsToConfirm {
    @Inject
    RequestQueries queries;
    private List<RequestQueries.Second> all;

    /** The oldest first. */
    public List<RequestQueries.Second> getAll() {
        if (all == null) {
            all = queries.toConfirm();
        }
        return all;
    }
}
