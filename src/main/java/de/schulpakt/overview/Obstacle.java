package de.schulpakt.overview;

import java.time.LocalDate;

/**
 * What keeps a room from being ready.
 *
 * @param what    article or device
 * @param subject number of the request, order, device or ticket
 * @param type    entity name of that subject
 * @param on      day that is expected or agreed, null if there is none
 * @param note    what is waited for
 */
public record Obstacle(ObstacleKind kind, String what, String type, Long id, String subject, LocalDate on, String note) {
}
