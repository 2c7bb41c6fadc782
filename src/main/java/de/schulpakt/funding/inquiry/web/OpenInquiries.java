package de.schulpakt.funding.inquiry.web;

import de.schulpakt.funding.inquiry.InquiryQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The open questions of an application, for the card in its page; asked once per request. */
@Named
@RequestScoped
public class OpenInquiries {
    @Inject
    InquiryQueries queries;
    private final Map<Long, List<InquiryQueries.Open>> known = new HashMap<>();

    /** What is open about an application. */
    public List<InquiryQueries.Open> of(Long application) {
        return application == null ? List.of() : known.computeIfAbsent(application, queries::open);
    }
}
