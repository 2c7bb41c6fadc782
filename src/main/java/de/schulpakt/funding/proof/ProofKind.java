package de.schulpakt.funding.proof;

/** Of what a proof of use gives account. */
public enum ProofKind {
    /** Of the time until a day; more will follow. */
    INTERIM,
    /** Of all. */
    FINAL
}
