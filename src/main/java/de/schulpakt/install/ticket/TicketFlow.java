package de.schulpakt.install.ticket;

import static de.schulpakt.identity.Permission.TICKET_ACCEPT;
import static de.schulpakt.identity.Permission.TICKET_OPEN;
import static de.schulpakt.identity.Permission.TICKET_WORK;
import static de.schulpakt.install.ticket.TicketAction.ACCEPT;
import static de.schulpakt.install.ticket.TicketAction.ACCEPT_WITH_DEFECTS;
import static de.schulpakt.install.ticket.TicketAction.ACCEPT_ROOMS;
import static de.schulpakt.install.ticket.TicketAction.ADD_DEFECT;
import static de.schulpakt.install.ticket.TicketAction.ASSIGN;
import static de.schulpakt.install.ticket.TicketAction.CANCEL;
import static de.schulpakt.install.ticket.TicketAction.CLOSE;
import static de.schulpakt.install.ticket.TicketAction.FINISH;
import static de.schulpakt.install.ticket.TicketAction.MEASURE;
import static de.schulpakt.install.ticket.TicketAction.PICK;
import static de.schulpakt.install.ticket.TicketAction.RANK;
import static de.schulpakt.install.ticket.TicketAction.REJOIN;
import static de.schulpakt.install.ticket.TicketAction.RELEASE;
import static de.schulpakt.install.ticket.TicketAction.REOPEN;
import static de.schulpakt.install.ticket.TicketAction.RESUME;
import static de.schulpakt.install.ticket.TicketAction.REWORK;
import static de.schulpakt.install.ticket.TicketAction.SCHEDULE;
import static de.schulpakt.install.ticket.TicketAction.SOLVE;
import static de.schulpakt.install.ticket.TicketAction.SPLIT;
import static de.schulpakt.install.ticket.TicketAction.START;
import static de.schulpakt.install.ticket.TicketAction.TAKE;
import static de.schulpakt.install.ticket.TicketAction.TEAM;
import static de.schulpakt.install.ticket.TicketAction.UNFINISH;
import static de.schulpakt.install.ticket.TicketAction.WAIT;
import static de.schulpakt.install.ticket.TicketAction.WITHDRAW;
import static de.schulpakt.install.ticket.TicketAction.WITHDRAW_ACCEPTANCE;
import static de.schulpakt.install.ticket.TicketAction.WITHDRAW_ROOM;
import static de.schulpakt.install.ticket.TicketState.ACCEPTED;
import static de.schulpakt.install.ticket.TicketState.ACCEPTED_WITH_DEFECTS;
import static de.schulpakt.install.ticket.TicketState.CANCELLED;
import static de.schulpakt.install.ticket.TicketState.CLOSED;
import static de.schulpakt.install.ticket.TicketState.IN_WORK;
import static de.schulpakt.install.ticket.TicketState.MEASURED;
import static de.schulpakt.install.ticket.TicketState.OPEN;
import static de.schulpakt.install.ticket.TicketState.PLANNED;
import static de.schulpakt.install.ticket.TicketState.SCHEDULED;
import static de.schulpakt.install.ticket.TicketState.WAITING;

import de.schulpakt.platform.step.Transitions;

/** The way of a ticket from its opening to its end, for all kinds; which of its actions a kind has, {@link TicketQueries} says. */
public final class TicketFlow {
    /** The table: in this state, who has the permission may do the action, and the state is then the last one. */
    public static final Transitions<TicketState, TicketAction> FLOW = Transitions.<TicketState, TicketAction>table()
            .row(OPEN, TAKE, TICKET_WORK, PLANNED)
            .row(OPEN, ASSIGN, TICKET_WORK, PLANNED)
            .row(OPEN, RANK, TICKET_WORK, OPEN)
            .row(OPEN, TEAM, TICKET_WORK, OPEN)
            .row(OPEN, SPLIT, TICKET_WORK, OPEN)
            .row(OPEN, REJOIN, TICKET_WORK, CANCELLED)
            .row(OPEN, CANCEL, TICKET_WORK, CANCELLED)
            .row(OPEN, WITHDRAW, TICKET_ACCEPT, CANCELLED)
            .row(PLANNED, SCHEDULE, TICKET_WORK, SCHEDULED)
            .row(PLANNED, PICK, TICKET_ACCEPT, SCHEDULED)
            .row(PLANNED, START, TICKET_WORK, IN_WORK)
            .row(PLANNED, WAIT, TICKET_WORK, WAITING)
            .row(PLANNED, SOLVE, TICKET_WORK, CLOSED)
            .row(PLANNED, ASSIGN, TICKET_WORK, PLANNED)
            .row(PLANNED, RANK, TICKET_WORK, PLANNED)
            .row(PLANNED, TEAM, TICKET_WORK, PLANNED)
            .row(PLANNED, RELEASE, TICKET_WORK, OPEN)
            .row(PLANNED, SPLIT, TICKET_WORK, PLANNED)
            .row(PLANNED, REJOIN, TICKET_WORK, CANCELLED)
            .row(PLANNED, CANCEL, TICKET_WORK, CANCELLED)
            .row(PLANNED, WITHDRAW, TICKET_ACCEPT, CANCELLED)
            .row(SCHEDULED, START, TICKET_WORK, IN_WORK)
            .row(SCHEDULED, PICK, TICKET_ACCEPT, SCHEDULED)
            .row(SCHEDULED, SCHEDULE, TICKET_WORK, SCHEDULED)
            .row(SCHEDULED, WAIT, TICKET_WORK, WAITING)
            .row(SCHEDULED, SOLVE, TICKET_WORK, CLOSED)
            .row(SCHEDULED, ASSIGN, TICKET_WORK, PLANNED)
            .row(SCHEDULED, RANK, TICKET_WORK, SCHEDULED)
            .row(SCHEDULED, TEAM, TICKET_WORK, SCHEDULED)
            .row(SCHEDULED, RELEASE, TICKET_WORK, OPEN)
            .row(SCHEDULED, SPLIT, TICKET_WORK, SCHEDULED)
            .row(SCHEDULED, REJOIN, TICKET_WORK, CANCELLED)
            .row(SCHEDULED, CANCEL, TICKET_WORK, CANCELLED)
            .row(SCHEDULED, WITHDRAW, TICKET_ACCEPT, CANCELLED)
            .row(WAITING, RESUME, TICKET_WORK, PLANNED)
            .row(WAITING, ASSIGN, TICKET_WORK, WAITING)
            .row(WAITING, RANK, TICKET_WORK, WAITING)
            .row(WAITING, TEAM, TICKET_WORK, WAITING)
            .row(WAITING, RELEASE, TICKET_WORK, OPEN)
            .row(WAITING, SPLIT, TICKET_WORK, WAITING)
            .row(WAITING, REJOIN, TICKET_WORK, CANCELLED)
            .row(WAITING, CANCEL, TICKET_WORK, CANCELLED)
            .row(IN_WORK, MEASURE, TICKET_WORK, MEASURED)
            .row(IN_WORK, FINISH, TICKET_WORK, MEASURED)
            .row(IN_WORK, SOLVE, TICKET_WORK, CLOSED)
            .row(IN_WORK, SCHEDULE, TICKET_WORK, SCHEDULED)
            .row(IN_WORK, WAIT, TICKET_WORK, WAITING)
            .row(IN_WORK, ASSIGN, TICKET_WORK, PLANNED)
            .row(IN_WORK, RANK, TICKET_WORK, IN_WORK)
            .row(IN_WORK, TEAM, TICKET_WORK, IN_WORK)
            .row(IN_WORK, RELEASE, TICKET_WORK, OPEN)
            .row(IN_WORK, SPLIT, TICKET_WORK, IN_WORK)
            .row(IN_WORK, REJOIN, TICKET_WORK, CANCELLED)
            .row(IN_WORK, CANCEL, TICKET_WORK, CANCELLED)
            .row(MEASURED, MEASURE, TICKET_WORK, MEASURED)
            .row(MEASURED, FINISH, TICKET_WORK, MEASURED)
            .row(MEASURED, UNFINISH, TICKET_WORK, IN_WORK)
            .row(MEASURED, ACCEPT, TICKET_ACCEPT, ACCEPTED)
            .row(MEASURED, ACCEPT_WITH_DEFECTS, TICKET_ACCEPT, ACCEPTED_WITH_DEFECTS)
            .row(MEASURED, ACCEPT_ROOMS, TICKET_ACCEPT, MEASURED)
            .row(MEASURED, WITHDRAW_ROOM, TICKET_ACCEPT, MEASURED)
            .row(MEASURED, REWORK, TICKET_ACCEPT, IN_WORK)
            .row(ACCEPTED, ADD_DEFECT, TICKET_ACCEPT, ACCEPTED_WITH_DEFECTS)
            .row(ACCEPTED_WITH_DEFECTS, ADD_DEFECT, TICKET_ACCEPT, ACCEPTED_WITH_DEFECTS)
            .row(ACCEPTED, WITHDRAW_ACCEPTANCE, TICKET_ACCEPT, MEASURED)
            .row(ACCEPTED_WITH_DEFECTS, WITHDRAW_ACCEPTANCE, TICKET_ACCEPT, MEASURED)
            .row(ACCEPTED, CLOSE, TICKET_WORK, CLOSED)
            .row(ACCEPTED_WITH_DEFECTS, CLOSE, TICKET_WORK, CLOSED)
            .row(CLOSED, REOPEN, TICKET_OPEN, OPEN)
            .row(CANCELLED, REOPEN, TICKET_OPEN, OPEN)
            .build();

    private TicketFlow() {
    }
}
