package de.schulpakt.install.ticket;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class TicketPersonal {
    @Produces
    PersonalData tickets() {
        return PersonalData.renamed("ticket", "assignee_id", "assignee", "opened_at", "no", "title", "state");
    }

    @Produces
    PersonalData measurements() {
        return PersonalData.named("measurement", "actor", "measured_at", "socket", "passed", "note");
    }

    @Produces
    PersonalData steps() {
        return PersonalData.named("ticket_step", "actor", "done_at", "ticket_id", "step_no");
    }
}
