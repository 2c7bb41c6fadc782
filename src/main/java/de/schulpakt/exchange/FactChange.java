package de.schulpakt.exchange;

/** A fact before and after an import: a text, or the constant that a word of the file stands for; before is null if there was none. */
public record FactChange(String fact, Object before, Object after) {
}
