package de.schulpakt.funding.proof;

import static de.schulpakt.funding.proof.ProofAction.ACCEPT;
import static de.schulpakt.funding.proof.ProofAction.ANSWER;
import static de.schulpakt.funding.proof.ProofAction.CORRECT;
import static de.schulpakt.funding.proof.ProofAction.DISCARD;
import static de.schulpakt.funding.proof.ProofAction.DROP;
import static de.schulpakt.funding.proof.ProofAction.PAY_BACK;
import static de.schulpakt.funding.proof.ProofAction.PREPARE;
import static de.schulpakt.funding.proof.ProofAction.QUERY;
import static de.schulpakt.funding.proof.ProofAction.RECLAIM;
import static de.schulpakt.funding.proof.ProofAction.REOPEN;
import static de.schulpakt.funding.proof.ProofAction.REPLACE;
import static de.schulpakt.funding.proof.ProofAction.SUBMIT;
import static de.schulpakt.funding.proof.ProofAction.TELL;
import static de.schulpakt.funding.proof.ProofAction.WRITE;
import static de.schulpakt.funding.proof.ProofState.ACCEPTED;
import static de.schulpakt.funding.proof.ProofState.DISCARDED;
import static de.schulpakt.funding.proof.ProofState.DRAFT;
import static de.schulpakt.funding.proof.ProofState.QUERIED;
import static de.schulpakt.funding.proof.ProofState.REPLACED;
import static de.schulpakt.funding.proof.ProofState.SUBMITTED;
import static de.schulpakt.identity.Permission.APPLICATION_DECIDE;
import static de.schulpakt.identity.Permission.APPLICATION_SUBMIT;
import static de.schulpakt.identity.Permission.GRANT_DRAW;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a proof of use. */
public final class ProofFlow {
    /** From, action, permission, to; and what one person may not both do. */
    public static final Transitions<ProofState, ProofAction> FLOW = Transitions.<ProofState, ProofAction>table()
            .row(DRAFT, WRITE, GRANT_DRAW, DRAFT)
            .row(DRAFT, TELL, GRANT_DRAW, DRAFT)
            .row(DRAFT, SUBMIT, APPLICATION_SUBMIT, SUBMITTED)
            .row(DRAFT, DISCARD, GRANT_DRAW, DISCARDED)
            .row(SUBMITTED, QUERY, GRANT_DRAW, QUERIED)
            .row(SUBMITTED, CORRECT, GRANT_DRAW, SUBMITTED)
            .row(SUBMITTED, ACCEPT, APPLICATION_DECIDE, ACCEPTED)
            .follows(SUBMITTED, REPLACE, APPLICATION_SUBMIT, REPLACED)
            .row(QUERIED, ANSWER, GRANT_DRAW, SUBMITTED)
            .row(QUERIED, CORRECT, GRANT_DRAW, QUERIED)
            .row(QUERIED, ACCEPT, APPLICATION_DECIDE, ACCEPTED)
            .follows(QUERIED, REPLACE, APPLICATION_SUBMIT, REPLACED)
            .row(ACCEPTED, REOPEN, APPLICATION_DECIDE, SUBMITTED)
            .row(ACCEPTED, RECLAIM, GRANT_DRAW, ACCEPTED)
            .row(ACCEPTED, PAY_BACK, GRANT_DRAW, ACCEPTED)
            .row(ACCEPTED, DROP, GRANT_DRAW, ACCEPTED)
            .apart(SUBMIT, PREPARE)
            .apart(ACCEPT, SUBMIT)
            .build();

    private ProofFlow() {
    }
}
