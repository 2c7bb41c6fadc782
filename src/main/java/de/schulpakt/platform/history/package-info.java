/**
 * What stays of what people did: lines of history, messages to schools, and the numbers that things are called by.
 *
 * <p>D1: {@link de.schulpakt.platform.history.Outbox} rows are the messages a school reads on its home page. A sender by mail
 * would be one more reader of the same rows.
 * <p>D2: a line of the history carries its place ({@link de.schulpakt.platform.Ref}), so that what several places share can be
 * shown line by line to who may know the place ({@link de.schulpakt.platform.Visible}).
 */
@Module(name = "platform.history", uses = {"platform", "platform.text", "platform.step"},
        exposes = {"History", "HistoryEntry", "Message", "Numbers", "Outbox"})
package de.schulpakt.platform.history;

import de.schulpakt.platform.Module;
