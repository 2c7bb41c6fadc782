package de.schulpakt.funding.revision;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_EDIT;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a version, and what a school is told of it. */
@Dependent
class RevisionRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Revision", "/funding/revision.xhtml?id={id}", APPLICATION_VIEW);
    }

    @Produces
    NoticeKind changed() {
        return new NoticeKind("message.budget_changed", "budgets", REQUEST_EDIT, false, false);
    }
}
