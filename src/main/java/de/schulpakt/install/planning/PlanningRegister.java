package de.schulpakt.install.planning;

import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the pages of a visit and of absences, what colleagues are told. */
@Dependent
class PlanningRegister {
    @Produces
    SubjectLink absence() {
        return new SubjectLink("Absence", "/install/week.xhtml", TICKET_WORK);
    }

    @Produces
    NoticeKind absenceEntered() {
        return new NoticeKind("message.absence_entered", "own_work", TICKET_WORK, true, false);
    }

    @Produces
    SubjectLink link() {
        return new SubjectLink("Visit", "/install/visit.xhtml?id={id}", TICKET_VIEW);
    }
}
