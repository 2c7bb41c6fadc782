package de.schulpakt.funding.proof;

import java.time.LocalDate;

/** Of what a proof of use gives account. */
public enum ProofKind {
    /** Of the time until a day; more will follow. */
    INTERIM,
    /** Of all. */
    FINAL;

    /** The last day whose expenditure counts while nothing is frozen: a final proof goes until the day on which it is handed in, an interim one until its own. */
    LocalDate until(LocalDate own, LocalDate today) {
        return this == FINAL ? today : own;
    }
}
