package de.schulpakt.platform.seal;

/**
 * Where sealed values stand, so that they can be sealed anew when the key changes. A room brings it as a CDI producer.
 *
 * @param table   the table
 * @param key     its primary key, a number
 * @param column  the column with the values, null in rows without one
 * @param context SQL that says under what the value of row {@code x} is sealed
 */
public record SealedColumn(String table, String key, String column, String context) {
}
