package de.schulpakt.platform.history;

import de.schulpakt.platform.Ref;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something of which people are to be told; fired in the transaction in which it happens.
 *
 * @param kind     text key of the sentence, filled with the subject's number
 * @param schoolId the school that it concerns, null for what concerns one person, an authority as a whole, or all who act everywhere
 * @param personId the one person whom it concerns, null for all whom the kind concerns
 * @param actorId  who did it, null for the program itself; is told nothing of the own deeds
 * @param named    what the sentence names beside its subject: a text key, or what is the same in all languages such as a number; null for nothing
 * @param day      the day that the sentence names, null for none
 */
public record Told(String kind, Ref ref, Long schoolId, Long personId, Long actorId, String actorName, Instant at, String named, LocalDate day) {
    /** A sentence that names nothing but its subject. */
    public Told(String kind, Ref ref, Long schoolId, Long personId, Long actorId, String actorName, Instant at) {
        this(kind, ref, schoolId, personId, actorId, actorName, at, null, null);
    }
}
