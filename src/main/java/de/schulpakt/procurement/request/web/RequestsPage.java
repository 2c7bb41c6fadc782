package de.schulpakt.procurement.request.web;

import static de.schulpakt.identity.Permission.REQUEST_EDIT;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.procurement.request.RequestState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What stands beside the list of requests. */
@Named
@RequestScoped
public class RequestsPage {
    @Inject
    Guard guard;

    /** True if the asker may write requests. */
    public boolean isMayCreate() {
        return guard.may(REQUEST_EDIT);
    }

    public RequestState[] getStates() {
        return RequestState.values();
    }

    public Category[] getCategories() {
        return Category.values();
    }
}
