package de.schulpakt.identity.register;

import de.schulpakt.identity.Permission;

/**
 * A kind of news of which people are told. A room brings it as a CDI producer.
 *
 * @param key    text key of the sentence, filled with the subject's number and, where they were told with it, what it names and a day
 * @param topic  what people choose by: its name stands under {@code notice.topic.<topic>}
 * @param to     who is told: people with this permission at the school; where one person is named, that person if the permission holds;
 *               null: people who are named one by one, which may be anybody
 * @param needed true if the office needs it to be known, so that it cannot be switched off
 * @param task   true if it asks somebody to do something: it counts as read as soon as the subject has gone on
 * @param mail   true if it goes by mail at once, too, unless its reader has chosen otherwise
 * @param beside true if it is told beside the subject: the subject has not gone on with it, and what people were asked to do there stays open
 */
public record NoticeKind(String key, String topic, Permission to, boolean needed, boolean task, boolean mail, boolean beside) {
    /** One with which its subject goes on. */
    public NoticeKind(String key, String topic, Permission to, boolean needed, boolean task, boolean mail) {
        this(key, topic, to, needed, task, mail, false);
    }

    /** One that goes by mail only to who has chosen so. */
    public NoticeKind(String key, String topic, Permission to, boolean needed, boolean task) {
        this(key, topic, to, needed, task, false);
    }

    /** Something that people must learn of their own account. */
    public static NoticeKind byMail(String key, String topic) {
        return new NoticeKind(key, topic, null, true, false, true);
    }

    /** Something that people must learn of their own account, and that is no step of the subject. */
    public static NoticeKind byMailBeside(String key, String topic) {
        return new NoticeKind(key, topic, null, true, false, true, true);
    }
}
