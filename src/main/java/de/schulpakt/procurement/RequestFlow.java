package de.schulpakt.procurement;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.identity.Permission.REQUEST_DECIDE;
import static de.schulpakt.identity.Permission.REQUEST_EDIT;
import static de.schulpakt.procurement.RequestAction.APPROVE;
import static de.schulpakt.procurement.RequestAction.ASK;
import static de.schulpakt.procurement.RequestAction.CANCEL;
import static de.schulpakt.procurement.RequestAction.CHANGE;
import static de.schulpakt.procurement.RequestAction.DELIVER;
import static de.schulpakt.procurement.RequestAction.DROP;
import static de.schulpakt.procurement.RequestAction.ORDER;
import static de.schulpakt.procurement.RequestAction.REJECT;
import static de.schulpakt.procurement.RequestAction.SUBMIT;
import static de.schulpakt.procurement.RequestAction.WITHDRAW;
import static de.schulpakt.procurement.RequestState.APPROVED;
import static de.schulpakt.procurement.RequestState.CANCELLED;
import static de.schulpakt.procurement.RequestState.DELIVERED;
import static de.schulpakt.procurement.RequestState.DRAFT;
import static de.schulpakt.procurement.RequestState.ORDERED;
import static de.schulpakt.procurement.RequestState.QUERIED;
import static de.schulpakt.procurement.RequestState.REJECTED;
import static de.schulpakt.procurement.RequestState.SUBMITTED;
import static de.schulpakt.procurement.RequestState.WITHDRAWN;

import de.schulpakt.platform.Transitions;

/** The lifecycle of a request. */
public final class RequestFlow {
    /** From, action, permission, to. */
    public static final Transitions<RequestState, RequestAction> FLOW = Transitions.<RequestState, RequestAction>table()
            .row(DRAFT, SUBMIT, REQUEST_EDIT, SUBMITTED)
            .row(DRAFT, CHANGE, REQUEST_EDIT, DRAFT)
            .row(DRAFT, WITHDRAW, REQUEST_EDIT, WITHDRAWN)
            .row(SUBMITTED, APPROVE, REQUEST_DECIDE, APPROVED)
            .row(SUBMITTED, ASK, REQUEST_DECIDE, QUERIED)
            .row(SUBMITTED, REJECT, REQUEST_DECIDE, REJECTED)
            .row(SUBMITTED, WITHDRAW, REQUEST_EDIT, WITHDRAWN)
            .row(QUERIED, SUBMIT, REQUEST_EDIT, SUBMITTED)
            .row(QUERIED, CHANGE, REQUEST_EDIT, QUERIED)
            .row(QUERIED, WITHDRAW, REQUEST_EDIT, WITHDRAWN)
            .row(APPROVED, CANCEL, REQUEST_DECIDE, CANCELLED)
            .follows(APPROVED, ORDER, ORDER_PLACE, ORDERED)
            .follows(ORDERED, DELIVER, DELIVERY_RECEIVE, DELIVERED)
            .follows(ORDERED, DROP, ORDER_PLACE, CANCELLED)
            .build();

    private RequestFlow() {
    }
}
