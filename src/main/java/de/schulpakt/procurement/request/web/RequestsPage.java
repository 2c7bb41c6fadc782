package de.schulpakt.procurement.request.web;

import static de.schulpakt.identity.Permission.REQUEST_EDIT;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.RequestState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.UnaryOperator;

/** The list of requests; filters, order and page stand in the URL. */
@Named
@RequestScoped
public class RequestsPage {
    @Inject
    RequestQueries queries;
    @Inject
    Guard guard;
    @Inject
    Act act;
    @Inject
    Here here;
    private RequestQueries.Filter filter;
    private Page<RequestQueries.Row> rows;

    /** Reads the rows that the URL asks for. */
    public void load() {
        filter = filter(here::param);
        act.show(() -> rows = queries.list(filter, PageRequest.of(Params.page(here.param("page")), null, here.param("sort"))));
    }

    /** What the parameters of a URL ask for. */
    static RequestQueries.Filter filter(UnaryOperator<String> param) {
        return new RequestQueries.Filter(Params.constant(RequestState.class, param.apply("state")), Params.number(param.apply("school")),
                param.apply("q"), Params.constant(Category.class, param.apply("category")));
    }

    /** The same list as a file. */
    public String getCsv() {
        return here.link("page", null).replaceFirst("requests\\.xhtml", "requests.csv");
    }

    /** True if the asker may write requests. */
    public boolean isMayCreate() {
        return guard.may(REQUEST_EDIT);
    }

    /** True if the URL narrows the list. */
    public boolean isFiltered() {
        return filter.state() != null || filter.category() != null || filter.schoolId() != null || filter.text() != null && !filter.text().isBlank();
    }

    public RequestState[] getStates() {
        return RequestState.values();
    }

    public Category[] getCategories() {
        return Category.values();
    }

    public Page<RequestQueries.Row> getRows() {
        return rows;
    }
}
