package de.schulpakt.funding.programme;

/** News: the value of a rule was found in an official source and refuses from now on. In the transaction of the confirmation. */
public record RuleConfirmed(Long programmeId, RuleKind kind) {
}
