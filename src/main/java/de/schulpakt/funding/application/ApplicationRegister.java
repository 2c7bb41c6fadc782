package de.schulpakt.funding.application;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_EDIT;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SearchSource;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of an application, what waits for media concepts, the search. */
@Dependent
class ApplicationRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Application", "/funding/application.xhtml?id={id}", APPLICATION_VIEW);
    }

    /** Media concepts that are due within 30 days or late. */
    @Produces
    WaitingCount concepts() {
        return new WaitingCount("funding", APPLICATION_EDIT, """
                annex x join application a on a.id = x.application_id
                where x.concept_received_on is null and x.concept_due_on <= {today} + interval 30 day
                and a.state in ('SUBMITTED', 'APPROVED', 'PARTLY_APPROVED') and {school:x.school_id}""");
    }

    @Produces
    SearchSource search() {
        return new SearchSource("Application", 30, APPLICATION_VIEW, SearchSource.Within.AUTHORITIES, """
                select a.id as id, a.no as no, a.title as title, y.name as place
                from Application a join Authority y on y.id = a.authorityId
                where {scope} and (a.no like :start escape '!' or a.title like :any escape '!')
                order by a.id desc""", SearchSource.Exact.NUMBER);
    }

    @Produces
    NoticeKind opened() {
        return new NoticeKind("message.budget_opened", "budgets", REQUEST_EDIT, false, false);
    }
}
