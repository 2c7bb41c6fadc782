package de.schulpakt.platform.step;

/** A step that a lifecycle has taken. */
public record Change<S extends Enum<S>>(S from, S to) {
}
