package de.schulpakt.identity.register;

import de.schulpakt.identity.Permission;

/**
 * A kind of news of which people are told. A room brings it as a CDI producer.
 *
 * @param key    text key of the sentence, filled with the subject's number
 * @param topic  what people choose by: its name stands under {@code notice.topic.<topic>}
 * @param to     who is told: people with this permission at the school; where one person is named, that person if the permission holds
 * @param needed true if the office needs it to be known, so that it cannot be switched off
 * @param task   true if it asks somebody to do something: it counts as read as soon as the subject has gone on
 */
public record NoticeKind(String key, String topic, Permission to, boolean needed, boolean task) {
}
