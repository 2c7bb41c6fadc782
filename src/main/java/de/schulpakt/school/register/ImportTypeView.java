package de.schulpakt.school.register;

import de.schulpakt.school.place.SchoolType;

/**
 * A text of the column with the kind of school.
 *
 * @param type how it is understood, null if not
 * @param rows how many rows have it
 */
public record ImportTypeView(String text, SchoolType type, Integer rows) {
}
