package de.schulpakt.exchange;

/**
 * A fact before and after an import: a text, the constant that a word of the file stands for, an amount, a day; never one that is
 * written out already, because who reads it may read another language than who made it. Before is null if there was none.
 */
public record FactChange(String fact, Object before, Object after) {
}
