package de.schulpakt.funding.application;

import static de.schulpakt.funding.application.ApplicationAction.ADD_ANNEX;
import static de.schulpakt.funding.application.ApplicationAction.ADD_POSITION;
import static de.schulpakt.funding.application.ApplicationAction.APPROVE;
import static de.schulpakt.funding.application.ApplicationAction.APPROVE_PARTLY;
import static de.schulpakt.funding.application.ApplicationAction.CHANGE_POSITION;
import static de.schulpakt.funding.application.ApplicationAction.CORRECT_TO_ALL;
import static de.schulpakt.funding.application.ApplicationAction.CORRECT_TO_PART;
import static de.schulpakt.funding.application.ApplicationAction.NAME_TERMS;
import static de.schulpakt.funding.application.ApplicationAction.RECEIVE_CONCEPT;
import static de.schulpakt.funding.application.ApplicationAction.REJECT;
import static de.schulpakt.funding.application.ApplicationAction.REMOVE_ANNEX;
import static de.schulpakt.funding.application.ApplicationAction.REMOVE_POSITION;
import static de.schulpakt.funding.application.ApplicationAction.SUBMIT;
import static de.schulpakt.funding.application.ApplicationAction.WITHDRAW;
import static de.schulpakt.funding.application.ApplicationState.APPROVED;
import static de.schulpakt.funding.application.ApplicationState.DRAFT;
import static de.schulpakt.funding.application.ApplicationState.PARTLY_APPROVED;
import static de.schulpakt.funding.application.ApplicationState.REJECTED;
import static de.schulpakt.funding.application.ApplicationState.SUBMITTED;
import static de.schulpakt.funding.application.ApplicationState.WITHDRAWN;
import static de.schulpakt.identity.Permission.APPLICATION_DECIDE;
import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.APPLICATION_SUBMIT;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of an application. Which of the three decisions is taken follows from the approved amounts. */
public final class ApplicationFlow {
    /** All steps that there are. */
    public static final Transitions<ApplicationState, ApplicationAction> FLOW =
            Transitions.<ApplicationState, ApplicationAction>table()
                    .row(DRAFT, ADD_ANNEX, APPLICATION_EDIT, DRAFT)
                    .row(DRAFT, REMOVE_ANNEX, APPLICATION_EDIT, DRAFT)
                    .row(DRAFT, ADD_POSITION, APPLICATION_EDIT, DRAFT)
                    .row(DRAFT, CHANGE_POSITION, APPLICATION_EDIT, DRAFT)
                    .row(DRAFT, REMOVE_POSITION, APPLICATION_EDIT, DRAFT)
                    .row(DRAFT, RECEIVE_CONCEPT, APPLICATION_EDIT, DRAFT)
                    .row(DRAFT, SUBMIT, APPLICATION_SUBMIT, SUBMITTED)
                    .row(DRAFT, WITHDRAW, APPLICATION_SUBMIT, WITHDRAWN)
                    .row(SUBMITTED, RECEIVE_CONCEPT, APPLICATION_EDIT, SUBMITTED)
                    .row(SUBMITTED, APPROVE, APPLICATION_DECIDE, APPROVED)
                    .row(SUBMITTED, APPROVE_PARTLY, APPLICATION_DECIDE, PARTLY_APPROVED)
                    .row(SUBMITTED, REJECT, APPLICATION_DECIDE, REJECTED)
                    .row(SUBMITTED, WITHDRAW, APPLICATION_SUBMIT, WITHDRAWN)
                    .row(APPROVED, RECEIVE_CONCEPT, APPLICATION_EDIT, APPROVED)
                    .row(APPROVED, NAME_TERMS, APPLICATION_DECIDE, APPROVED)
                    .row(APPROVED, CORRECT_TO_ALL, APPLICATION_DECIDE, APPROVED)
                    .row(APPROVED, CORRECT_TO_PART, APPLICATION_DECIDE, PARTLY_APPROVED)
                    .row(PARTLY_APPROVED, RECEIVE_CONCEPT, APPLICATION_EDIT, PARTLY_APPROVED)
                    .row(PARTLY_APPROVED, NAME_TERMS, APPLICATION_DECIDE, PARTLY_APPROVED)
                    .row(PARTLY_APPROVED, CORRECT_TO_ALL, APPLICATION_DECIDE, APPROVED)
                    .row(PARTLY_APPROVED, CORRECT_TO_PART, APPLICATION_DECIDE, PARTLY_APPROVED)
                    .apart(APPROVE, SUBMIT)
                    .apart(APPROVE_PARTLY, SUBMIT)
                    .apart(REJECT, SUBMIT)
                    .build();

    private ApplicationFlow() {
    }
}
