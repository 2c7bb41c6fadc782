/**
 * Letters by mail.
 *
 * <p>D1: a letter is a row in the transaction of what it tells, so what is undone is told to nobody and what is stored is sent for
 * sure. A job sends: on one node at a time, one after the other.
 * <p>D2: nothing is sent twice that people would see twice. A letter has a name of its own, once in the table, and its Message-ID is
 * made of it: where a server took a letter and the connection died before it said so, the second try carries the same one, by
 * which mail systems know it.
 * <p>D3: what a server refuses for good (5xx to the recipient) is dead at once; anything else is tried again after 1, 5, 15
 * minutes, 1, 4, 12 and 24 hours, and then dead. A server that cannot be reached costs no letter a try. Dead ones are shown and sent
 * again by an administrator.
 * <p>D6: a letter with a secret in it says how long that is good. It is sent no later, and its words go as soon as it is sent, so that no
 * copy of the database holds a link that still opens something.
 * <p>D4: without {@code SCHULPAKT_MAIL_HOST} there is no mail: nothing is kept, and pages say so.
 * <p>D5: Angus Mail, which the server brings, speaks SMTP; TLS is the rule (STARTTLS demanded) unless the setting says otherwise.
 */
@Module(name = "platform.mail", uses = {"platform", "platform.job", "platform.person"}, exposes = {"Letter", "MailSettings", "MailState", "Mails"})
package de.schulpakt.platform.mail;

import de.schulpakt.platform.Module;
