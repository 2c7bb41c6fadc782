package de.schulpakt.overview.home;

/** What ends or is due. */
public enum DeadlineKind {
    /** Approval period of an application ends: what is not spent falls back. */
    PERIOD_END,
    /** A question of the granting body about an application is to be answered. */
    INQUIRY_ANSWER,
    /** A question about a proof of use is to be answered. */
    PROOF_ANSWER,
    /** An objection to a decision that gives less than was asked for is open. */
    OBJECTION,
    /** Media concept of a school is to be handed in. */
    CONCEPT_DUE,
    /** Key date of a report on the funds, as a rule of the programme names it. */
    KEY_DATE,
    /** Devices are no longer bound to their purpose. */
    BINDING_END,
    /** The programme ends. */
    PROGRAMME_END
}
