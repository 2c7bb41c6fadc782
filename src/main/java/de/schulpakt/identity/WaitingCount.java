package de.schulpakt.identity;

/**
 * Something that waits for people who have a permission; the rail shows how much beside the area. A room brings it as a CDI
 * producer.
 *
 * @param area       the area of a {@link NavEntry}
 * @param permission who is waited for
 * @param rows       SQL after {@code from}: the rows that wait, with {@code {scope}} where the schools of the person are a
 *                   condition over {@code school s}, and {@code {today}} for the day
 */
public record WaitingCount(String area, Permission permission, String rows) {
}
