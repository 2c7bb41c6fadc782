package de.schulpakt.exchange;

/** A fact before and after an import, as text; before is null if there was none. */
public record FactChange(String fact, String before, String after) {
}
