package de.schulpakt.procurement.request;

import static de.schulpakt.identity.Permission.REQUEST_DECIDE;
import static de.schulpakt.identity.Permission.REQUEST_EDIT;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;

import de.schulpakt.identity.register.NavEntry;
import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SearchSource;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: its place in the rail, the page of a request, what waits to be decided or answered, the search. */
@Dependent
class RequestRegister {
    @Produces
    NavEntry nav() {
        return new NavEntry("requests", 40, "/procurement/requests.xhtml", REQUEST_VIEW);
    }

    @Produces
    SubjectLink link() {
        return new SubjectLink("Request", "/procurement/request.xhtml?id={id}", REQUEST_VIEW);
    }

    @Produces
    WaitingCount toDecide() {
        return new WaitingCount("requests", REQUEST_DECIDE,
                "request x where x.state in ('SUBMITTED', 'AWAITING_SECOND') and {school:x.school_id}");
    }

    @Produces
    WaitingCount toAnswer() {
        return new WaitingCount("requests", REQUEST_EDIT,
                "request x where x.state = 'QUERIED' and {school:x.school_id}");
    }

    @Produces
    SearchSource search() {
        return new SearchSource("Request", 20, REQUEST_VIEW, SearchSource.Within.SCHOOLS, """
                select r.id as id, r.no as no, r.title as title, s.name as place
                from Request r join School s on s.id = r.schoolId
                where {scope} and {match}
                order by r.id desc""", SearchSource.Exact.NUMBER, SearchSource.titles("Request", "r"));
    }

    @Produces
    NoticeKind submitted() {
        return new NoticeKind("message.request_submitted", "to_decide", REQUEST_DECIDE, true, true);
    }

    @Produces
    NoticeKind withdrawn() {
        return new NoticeKind("message.request_withdrawn", "to_decide", REQUEST_DECIDE, true, false);
    }

    @Produces
    NoticeKind asked() {
        return new NoticeKind("message.request_asked", "requests", REQUEST_EDIT, true, true);
    }

    @Produces
    NoticeKind approved() {
        return new NoticeKind("message.request_approved", "requests", REQUEST_EDIT, true, false);
    }

    @Produces
    NoticeKind second() {
        return new NoticeKind("message.request_second", "to_decide", REQUEST_DECIDE, true, true);
    }

    @Produces
    NoticeKind reconsidered() {
        return new NoticeKind("message.request_reconsidered", "requests", REQUEST_EDIT, true, false);
    }

    @Produces
    NoticeKind rejected() {
        return new NoticeKind("message.request_rejected", "requests", REQUEST_EDIT, true, false);
    }

    @Produces
    NoticeKind cancelled() {
        return new NoticeKind("message.request_cancelled", "requests", REQUEST_EDIT, true, false);
    }

    @Produces
    NoticeKind ordered() {
        return new NoticeKind("message.ordered", "goods", REQUEST_EDIT, false, false);
    }

    @Produces
    NoticeKind payersChanged() {
        return new NoticeKind("message.payers_changed", "goods", REQUEST_EDIT, false, false);
    }

    @Produces
    NoticeKind returned() {
        return new NoticeKind("message.returned", "goods", REQUEST_EDIT, false, false);
    }

    @Produces
    NoticeKind delivered() {
        return new NoticeKind("message.delivered", "goods", REQUEST_EDIT, false, false);
    }
}
