package de.schulpakt.platform.history;

import java.time.Instant;

/**
 * What a school is told.
 *
 * @param kind        text key of the sentence, filled with the subject's number
 * @param subjectType the entity's name, to find the page
 */
public record Message(Instant at, String kind, String subjectType, long subjectId, String subjectNo) {
}
