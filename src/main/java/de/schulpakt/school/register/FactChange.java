package de.schulpakt.school.register;

/** A fact of a school before and after an import, as text; before is null if there was none. */
public record FactChange(String fact, String before, String after) {
}
