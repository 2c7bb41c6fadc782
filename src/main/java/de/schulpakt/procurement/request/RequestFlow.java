package de.schulpakt.procurement.request;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.identity.Permission.REQUEST_DECIDE;
import static de.schulpakt.identity.Permission.REQUEST_EDIT;
import static de.schulpakt.procurement.request.RequestAction.APPROVE;
import static de.schulpakt.procurement.request.RequestAction.APPROVE_PART;
import static de.schulpakt.procurement.request.RequestAction.ASK;
import static de.schulpakt.procurement.request.RequestAction.AWAIT_SECOND;
import static de.schulpakt.procurement.request.RequestAction.CANCEL;
import static de.schulpakt.procurement.request.RequestAction.CANCEL_REST;
import static de.schulpakt.procurement.request.RequestAction.CHANGE;
import static de.schulpakt.procurement.request.RequestAction.CHANGE_PAYERS;
import static de.schulpakt.procurement.request.RequestAction.CONFIRM;
import static de.schulpakt.procurement.request.RequestAction.CREATE;
import static de.schulpakt.procurement.request.RequestAction.DELIVER;
import static de.schulpakt.procurement.request.RequestAction.DROP;
import static de.schulpakt.procurement.request.RequestAction.ORDER;
import static de.schulpakt.procurement.request.RequestAction.RECONSIDER;
import static de.schulpakt.procurement.request.RequestAction.REJECT;
import static de.schulpakt.procurement.request.RequestAction.REOPEN;
import static de.schulpakt.procurement.request.RequestAction.RESUME;
import static de.schulpakt.procurement.request.RequestAction.SPLIT_OFF;
import static de.schulpakt.procurement.request.RequestAction.SUBMIT;
import static de.schulpakt.procurement.request.RequestAction.WITHDRAW;
import static de.schulpakt.procurement.request.RequestState.APPROVED;
import static de.schulpakt.procurement.request.RequestState.AWAITING_SECOND;
import static de.schulpakt.procurement.request.RequestState.CANCELLED;
import static de.schulpakt.procurement.request.RequestState.DELIVERED;
import static de.schulpakt.procurement.request.RequestState.DRAFT;
import static de.schulpakt.procurement.request.RequestState.ORDERED;
import static de.schulpakt.procurement.request.RequestState.QUERIED;
import static de.schulpakt.procurement.request.RequestState.REJECTED;
import static de.schulpakt.procurement.request.RequestState.SUBMITTED;
import static de.schulpakt.procurement.request.RequestState.WITHDRAWN;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a request. */
public final class RequestFlow {
    /** From, action, permission, to. */
    public static final Transitions<RequestState, RequestAction> FLOW = Transitions.<RequestState, RequestAction>table()
            .row(DRAFT, SUBMIT, REQUEST_EDIT, SUBMITTED)
            .row(DRAFT, CHANGE, REQUEST_EDIT, DRAFT)
            .row(DRAFT, WITHDRAW, REQUEST_EDIT, WITHDRAWN)
            .row(SUBMITTED, APPROVE, REQUEST_DECIDE, APPROVED)
            .row(SUBMITTED, APPROVE_PART, REQUEST_DECIDE, APPROVED)
            .row(SUBMITTED, CHANGE_PAYERS, REQUEST_DECIDE, SUBMITTED)
            .row(SUBMITTED, ASK, REQUEST_DECIDE, QUERIED)
            .row(SUBMITTED, REJECT, REQUEST_DECIDE, REJECTED)
            .row(SUBMITTED, WITHDRAW, REQUEST_EDIT, WITHDRAWN)
            .row(QUERIED, SUBMIT, REQUEST_EDIT, SUBMITTED)
            .row(QUERIED, CHANGE, REQUEST_EDIT, QUERIED)
            .row(QUERIED, WITHDRAW, REQUEST_EDIT, WITHDRAWN)
            .row(WITHDRAWN, RESUME, REQUEST_EDIT, DRAFT)
            .row(AWAITING_SECOND, CONFIRM, REQUEST_DECIDE, APPROVED)
            .row(AWAITING_SECOND, RECONSIDER, REQUEST_DECIDE, SUBMITTED)
            .row(APPROVED, RECONSIDER, REQUEST_DECIDE, SUBMITTED)
            .row(REJECTED, RECONSIDER, REQUEST_DECIDE, SUBMITTED)
            .row(CANCELLED, RECONSIDER, REQUEST_DECIDE, SUBMITTED)
            .row(APPROVED, CANCEL, REQUEST_DECIDE, CANCELLED)
            .row(APPROVED, CHANGE_PAYERS, REQUEST_DECIDE, APPROVED)
            .follows(APPROVED, AWAIT_SECOND, REQUEST_DECIDE, AWAITING_SECOND)
            .follows(DRAFT, SPLIT_OFF, REQUEST_DECIDE, SUBMITTED)
            .follows(APPROVED, CANCEL_REST, REQUEST_DECIDE, ORDERED)
            .follows(APPROVED, ORDER, ORDER_PLACE, ORDERED)
            .follows(ORDERED, DELIVER, DELIVERY_RECEIVE, DELIVERED)
            .follows(ORDERED, DROP, ORDER_PLACE, CANCELLED)
            .follows(DELIVERED, REOPEN, DELIVERY_RECEIVE, ORDERED)
            .follows(CANCELLED, REOPEN, DELIVERY_RECEIVE, ORDERED)
            .apart(APPROVE, CREATE, CHANGE, SUBMIT)
            .apart(APPROVE_PART, CREATE, CHANGE, SUBMIT)
            .apart(CONFIRM, CREATE, CHANGE, SUBMIT)
            .apart(CHANGE_PAYERS, CREATE, CHANGE, SUBMIT)
            .build();

    private RequestFlow() {
    }
}
