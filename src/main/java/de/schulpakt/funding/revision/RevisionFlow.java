package de.schulpakt.funding.revision;

import static de.schulpakt.funding.revision.RevisionAction.APPROVE;
import static de.schulpakt.funding.revision.RevisionAction.APPROVE_PARTLY;
import static de.schulpakt.funding.revision.RevisionAction.DROP_LINE;
import static de.schulpakt.funding.revision.RevisionAction.NOTE;
import static de.schulpakt.funding.revision.RevisionAction.REJECT;
import static de.schulpakt.funding.revision.RevisionAction.REVOKE;
import static de.schulpakt.funding.revision.RevisionAction.SUBMIT;
import static de.schulpakt.funding.revision.RevisionAction.UNDO;
import static de.schulpakt.funding.revision.RevisionAction.WITHDRAW;
import static de.schulpakt.funding.revision.RevisionAction.WRITE;
import static de.schulpakt.funding.revision.RevisionState.APPROVED;
import static de.schulpakt.funding.revision.RevisionState.DRAFT;
import static de.schulpakt.funding.revision.RevisionState.NOTED;
import static de.schulpakt.funding.revision.RevisionState.PARTLY_APPROVED;
import static de.schulpakt.funding.revision.RevisionState.REJECTED;
import static de.schulpakt.funding.revision.RevisionState.REVOKED;
import static de.schulpakt.funding.revision.RevisionState.SUBMITTED;
import static de.schulpakt.funding.revision.RevisionState.UNDONE;
import static de.schulpakt.funding.revision.RevisionState.WITHDRAWN;
import static de.schulpakt.identity.Permission.APPLICATION_DECIDE;
import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.APPLICATION_SUBMIT;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a version of an application. Which decision is taken follows from the amounts. */
public final class RevisionFlow {
    /** All steps that there are. */
    public static final Transitions<RevisionState, RevisionAction> FLOW = Transitions.<RevisionState, RevisionAction>table()
            .row(DRAFT, WRITE, APPLICATION_EDIT, DRAFT)
            .row(DRAFT, DROP_LINE, APPLICATION_EDIT, DRAFT)
            .row(DRAFT, SUBMIT, APPLICATION_SUBMIT, SUBMITTED)
            .row(DRAFT, WITHDRAW, APPLICATION_SUBMIT, WITHDRAWN)
            .row(DRAFT, REVOKE, APPLICATION_DECIDE, REVOKED)
            .row(SUBMITTED, NOTE, APPLICATION_DECIDE, NOTED)
            .row(SUBMITTED, APPROVE, APPLICATION_DECIDE, APPROVED)
            .row(SUBMITTED, APPROVE_PARTLY, APPLICATION_DECIDE, PARTLY_APPROVED)
            .row(SUBMITTED, REJECT, APPLICATION_DECIDE, REJECTED)
            .row(SUBMITTED, WITHDRAW, APPLICATION_SUBMIT, WITHDRAWN)
            .row(APPROVED, UNDO, APPLICATION_DECIDE, UNDONE)
            .row(PARTLY_APPROVED, UNDO, APPLICATION_DECIDE, UNDONE)
            .row(REVOKED, UNDO, APPLICATION_DECIDE, UNDONE)
            .apart(NOTE, SUBMIT)
            .apart(APPROVE, SUBMIT)
            .apart(APPROVE_PARTLY, SUBMIT)
            .apart(REJECT, SUBMIT)
            .build();

    private RevisionFlow() {
    }
}
