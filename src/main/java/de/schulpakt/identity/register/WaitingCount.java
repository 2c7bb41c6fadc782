package de.schulpakt.identity.register;

import de.schulpakt.identity.Permission;

/**
 * Something that waits for people who have a permission; the rail shows how much beside the area. A room brings it as a CDI
 * producer.
 *
 * @param area       the area of a {@link NavEntry}, {@code notices} for the bell, or {@code answers} for mails that nobody has assigned yet,
 *                   which count into administration too
 * @param permission who is waited for; null for everybody, where the rows are the person's own
 * @param rows       SQL after {@code from}: the rows that wait, and no join that only the person's schools would need. In it
 *                   {@code {school:x.school_id}} is the condition that this column is one of the person's schools,
 *                   {@code {authority:x.authority_id}} that this column is one of the person's authorities, and
 *                   {@code {everywhere}} the condition that the person's permission holds everywhere, {@code {today}} the day, {@code {user}} the id of who asks. An index must answer it: it is asked on every page
 */
public record WaitingCount(String area, Permission permission, String rows) {
}
