package de.schulpakt.school.register;

import java.util.List;

/**
 * A column of an uploaded file.
 *
 * @param field   name of the {@link SchoolField} into which it goes, empty if it is not taken
 * @param samples what stands in its first rows
 */
public record ImportColumnView(Integer index, String name, String field, List<String> samples) {
}
