package de.schulpakt.funding.audit;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a sample. */
@Dependent
class AuditRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Sample", "/funding/sample.xhtml?id={id}", APPLICATION_VIEW);
    }
}
