package de.schulpakt.procurement.web;

import static de.schulpakt.identity.Permission.REQUEST_EDIT;

import de.schulpakt.funding.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.CsvDownload;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.platform.web.TextsBean;
import de.schulpakt.procurement.RequestFilter;
import de.schulpakt.procurement.RequestQueries;
import de.schulpakt.procurement.RequestRow;
import de.schulpakt.procurement.RequestState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The list of requests; filters, order and page stand in the URL. */
@Named
@RequestScoped
public class RequestsPage {
    private static final int EXPORT_PAGES = 50;
    private static final int EXPORT_SIZE = 200;

    @Inject
    RequestQueries queries;
    @Inject
    Guard guard;
    @Inject
    Act act;
    @Inject
    Here here;
    @Inject
    TextsBean t;
    @Inject
    Formats fmt;
    private RequestFilter filter;
    private Page<RequestRow> rows;

    /** Reads the rows that the URL asks for, or sends them all as CSV. */
    public void load() {
        filter = new RequestFilter(Params.constant(RequestState.class, here.param("state")),
                Params.number(here.param("school")), here.param("q"), Params.constant(Category.class, here.param("category")));
        act.show(() -> {
            if ("csv".equals(here.param("format"))) {
                export();
            } else {
                rows = queries.list(filter, PageRequest.of(Params.page(here.param("page")), null, here.param("sort")));
            }
        });
    }

    private void export() {
        List<RequestRow> all = IntStream.rangeClosed(1, EXPORT_PAGES)
                .mapToObj(p -> queries.list(filter, new PageRequest(p, EXPORT_SIZE, here.param("sort"))).rows())
                .takeWhile(part -> !part.isEmpty()).flatMap(List::stream).toList();
        List<String> head = Stream.of("requests.no", "requests.request", "requests.school", "requests.state",
                "requests.submitted", "requests.pieces", "requests.ordered", "requests.delivered", "requests.total")
                .map(t::get).toList();
        CsvDownload.send("bedarf.csv", head, all, r -> Arrays.asList(r.no(), r.title(), r.school(), t.of(r.state()),
                fmt.instant(r.submittedAt()), r.pieces(), r.ordered(), r.delivered(), fmt.amount(r.totalCents())));
    }

    /** True if the asker may write requests. */
    public boolean isMayCreate() {
        return guard.may(REQUEST_EDIT);
    }

    /** True if the URL narrows the list. */
    public boolean isFiltered() {
        return filter.state() != null || filter.category() != null || filter.schoolId() != null || !filter.text().isBlank();
    }

    public RequestState[] getStates() {
        return RequestState.values();
    }

    public Category[] getCategories() {
        return Category.values();
    }

    public Page<RequestRow> getRows() {
        return rows;
    }
}
