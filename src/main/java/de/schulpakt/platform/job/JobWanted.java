package de.schulpakt.platform.job;

/** News: there is work for a kind of job. It is run as soon as the transaction that tells so is stored. */
public record JobWanted(String kind) {
}
