package de.schulpakt.funding.deadline;

/** What is due. */
public enum FundingDeadline {
    /** Last day for the application. */
    APPLY_UNTIL(true),
    /** Last day for an objection to a decision that rejects, or gives less. */
    OBJECTION(true),
    /** Media concept of a school. */
    CONCEPT_DUE(true),
    /** Approval period ends. */
    PERIOD_END(false),
    /** A photo is to prove that the award was told to the public. */
    PUBLICITY(false),
    /** Proof of use. */
    PROOF_DUE(true),
    /** Answer to a question about a proof of use. */
    PROOF_ANSWER(true),
    /** Answer to a question about an application. */
    INQUIRY_ANSWER(true),
    /** Objection to a decision on a later version of an application. */
    REVISION_OBJECTION(true),
    /** Grant money that is claimed back. */
    RECOVERY_DUE(true),
    /** Money that came is to be spent. */
    SPEND_BY(false),
    /** Key date of a report. */
    KEY_DATE(false),
    /** Devices are no longer bound to their purpose. */
    BINDING_END(false),
    /** The programme ends. */
    PROGRAMME_END(false);

    private final boolean handedIn;

    FundingDeadline(boolean handedIn) {
        this.handedIn = handedIn;
    }

    /** True if it moves to the next working day. */
    boolean moves() {
        return handedIn;
    }
}
