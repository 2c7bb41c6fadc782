package de.schulpakt.install.planning;

import static de.schulpakt.identity.Permission.TICKET_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a visit. */
@Dependent
class PlanningRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Visit", "/install/visit.xhtml?id={id}", TICKET_VIEW);
    }
}
