package de.schulpakt.overview.home;

/** What ends or is due. */
public enum DeadlineKind {
    /** Approval period of an application ends: what is not spent falls back. */
    PERIOD_END,
    /** Media concept of a school is to be handed in. */
    CONCEPT_DUE,
    /** Key date of a report on the funds, as a rule of the programme names it. */
    KEY_DATE,
    /** Devices are no longer bound to their purpose. */
    BINDING_END,
    /** The programme ends. */
    PROGRAMME_END
}
