package de.schulpakt.install.ticket;

import static de.schulpakt.identity.Permission.TICKET_ACCEPT;
import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.register.NavEntry;
import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SearchSource;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: its place in the rail, the page of a ticket, what waits to be taken or accepted, the search. */
@Dependent
class TicketRegister {
    @Produces
    NavEntry nav() {
        return new NavEntry("tickets", 70, "/install/tickets.xhtml", TICKET_VIEW);
    }

    @Produces
    SubjectLink link() {
        return new SubjectLink("Ticket", "/install/ticket.xhtml?id={id}", TICKET_VIEW);
    }

    @Produces
    WaitingCount toTake() {
        return new WaitingCount("tickets", TICKET_WORK,
                "ticket x where x.state = 'OPEN' and x.assignee_id is null and {school:x.school_id}");
    }

    @Produces
    WaitingCount toAccept() {
        return new WaitingCount("tickets", TICKET_ACCEPT,
                "ticket x where x.state = 'MEASURED' and {school:x.school_id}");
    }

    @Produces
    SearchSource search() {
        return new SearchSource("Ticket", 50, TICKET_VIEW, SearchSource.Within.SCHOOLS, """
                select t.id as id, t.no as no, t.title as title, s.name as place
                from Ticket t join School s on s.id = t.schoolId
                where {scope} and {match}
                order by t.id desc""", SearchSource.Exact.NUMBER, SearchSource.titles("Ticket", "t"));
    }

    @Produces
    NoticeKind opened() {
        return new NoticeKind("message.ticket_opened", "work", TICKET_WORK, false, true);
    }

    @Produces
    NoticeKind reopenedWork() {
        return new NoticeKind("message.ticket_reopened_work", "work", TICKET_WORK, false, true);
    }

    @Produces
    NoticeKind reopenedOwn() {
        return new NoticeKind("message.ticket_reopened_own", "own_work", TICKET_WORK, true, false);
    }

    @Produces
    NoticeKind reopened() {
        return new NoticeKind("message.ticket_reopened", "tickets", TICKET_ACCEPT, true, false);
    }

    @Produces
    NoticeKind cancelled() {
        return new NoticeKind("message.ticket_cancelled", "tickets", TICKET_ACCEPT, true, false);
    }

    @Produces
    NoticeKind cancelledWork() {
        return new NoticeKind("message.ticket_cancelled_work", "own_work", TICKET_WORK, true, false);
    }

    @Produces
    NoticeKind withdrawn() {
        return new NoticeKind("message.ticket_withdrawn", "own_work", TICKET_WORK, true, false);
    }

    @Produces
    NoticeKind merged() {
        return new NoticeKind("message.ticket_merged", "tickets", TICKET_ACCEPT, true, false);
    }

    @Produces
    NoticeKind mergedWork() {
        return new NoticeKind("message.ticket_merged_work", "own_work", TICKET_WORK, true, false);
    }

    @Produces
    NoticeKind closed() {
        return new NoticeKind("message.ticket_closed", "tickets", TICKET_ACCEPT, false, false);
    }

    @Produces
    NoticeKind unfinished() {
        return new NoticeKind("message.ticket_unfinished", "tickets", TICKET_ACCEPT, true, false);
    }

    @Produces
    NoticeKind acceptanceWithdrawn() {
        return new NoticeKind("message.ticket_acceptance_withdrawn", "own_work", TICKET_WORK, true, false);
    }

    @Produces
    NoticeKind rework() {
        return new NoticeKind("message.ticket_rework", "own_work", TICKET_WORK, true, true);
    }

    @Produces
    NoticeKind acceptedWork() {
        return new NoticeKind("message.ticket_accepted_work", "own_work", TICKET_WORK, true, false);
    }

    @Produces
    NoticeKind acceptedDefects() {
        return new NoticeKind("message.ticket_accepted_defects", "own_work", TICKET_WORK, true, false);
    }

    @Produces
    NoticeKind assigned() {
        return new NoticeKind("message.ticket_assigned", "own_work", TICKET_WORK, true, true);
    }

    @Produces
    NoticeKind team() {
        return new NoticeKind("message.ticket_team", "own_work", TICKET_WORK, false, false);
    }

    @Produces
    NoticeKind finished() {
        return new NoticeKind("message.ticket_finished", "tickets", TICKET_ACCEPT, true, true);
    }

    @Produces
    NoticeKind solved() {
        return new NoticeKind("message.ticket_solved", "tickets", TICKET_ACCEPT, true, false);
    }

    @Produces
    NoticeKind responseNear() {
        return new NoticeKind("message.level_response_near", "work", TICKET_WORK, false, true);
    }

    @Produces
    NoticeKind responseBroken() {
        return new NoticeKind("message.level_response_broken", "work", TICKET_WORK, false, true);
    }

    @Produces
    NoticeKind solutionNear() {
        return new NoticeKind("message.level_solution_near", "own_work", TICKET_WORK, false, true);
    }

    @Produces
    NoticeKind solutionBroken() {
        return new NoticeKind("message.level_solution_broken", "own_work", TICKET_WORK, true, true);
    }

    @Produces
    NoticeKind escalated() {
        return new NoticeKind("message.level_escalated", "own_work", TICKET_WORK, true, false);
    }

    @Produces
    NoticeKind slotPicked() {
        return new NoticeKind("message.slot_picked", "own_work", TICKET_WORK, true, false);
    }

    @Produces
    NoticeKind slotsOffered() {
        return new NoticeKind("message.slots_offered", "tickets", TICKET_ACCEPT, true, true);
    }

    @Produces
    NoticeKind slotsDeclined() {
        return new NoticeKind("message.slots_declined", "own_work", TICKET_WORK, true, true);
    }

    @Produces
    NoticeKind slotsWithdrawn() {
        return new NoticeKind("message.slots_withdrawn", "tickets", TICKET_ACCEPT, true, false);
    }

    @Produces
    NoticeKind visit() {
        return new NoticeKind("message.visit_scheduled", "tickets", TICKET_ACCEPT, true, true);
    }

    @Produces
    NoticeKind visitMoved() {
        return new NoticeKind("message.visit_moved", "own_work", TICKET_WORK, true, true);
    }

    @Produces
    NoticeKind visitOff() {
        return new NoticeKind("message.visit_off", "tickets", TICKET_ACCEPT, true, false);
    }

    @Produces
    NoticeKind measured() {
        return new NoticeKind("message.ticket_measured", "tickets", TICKET_ACCEPT, true, true);
    }

    @Produces
    NoticeKind accepted() {
        return new NoticeKind("message.ticket_accepted", "tickets", TICKET_ACCEPT, true, false);
    }

    @Produces
    PersonalData personalTickets() {
        return PersonalData.renamed("ticket", "assignee_id", "assignee", "opened_at", "no", "title", "state");
    }

    @Produces
    PersonalData personalRooms() {
        return PersonalData.named("ticket_room", "accepted_by", "accepted_at", "ticket_id");
    }

    @Produces
    NoticeKind roomsAccepted() {
        return new NoticeKind("message.ticket_rooms_accepted", "own_work", TICKET_WORK, true, false);
    }

    @Produces
    PersonalData personalMeasurements() {
        return PersonalData.named("measurement", "actor", "measured_at", "socket", "passed", "note");
    }

    @Produces
    PersonalData personalSteps() {
        return PersonalData.named("ticket_step", "actor", "done_at", "ticket_id", "step_no");
    }
}
