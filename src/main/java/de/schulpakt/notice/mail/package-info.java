/**
 * Letters by mail as administrators see them: what is on its way, what could not be delivered and why; send again; is there a mail
 * server at all.
 *
 * <p>D1: how letters are sent stands in {@code platform.mail}, which knows no permission; here somebody is asked for one. What is
 * written in a letter is not shown: it belongs to who gets it.
 */
@Module(name = "notice.mail", uses = {"platform", "identity"}, reads = "MailRow")
package de.schulpakt.notice.mail;

import de.schulpakt.platform.Module;
