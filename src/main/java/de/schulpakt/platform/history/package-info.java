/**
 * What stays of what people did: lines of history, the news of which people are told, and the numbers that things are called by.
 *
 * <p>D1: {@link de.schulpakt.platform.history.News} says that something happened, in the transaction in which it happens. Who is to
 * be told and how is known by the room {@code notice}, which hears it; nothing is kept of it here.
 * <p>D2: a line of the history carries its place ({@link de.schulpakt.platform.Ref}), so that what several places share can be
 * shown line by line to who may know the place ({@link de.schulpakt.platform.Visible}).
 * <p>D3: a line says facts as key and values, and the words of a person apart ({@link de.schulpakt.platform.history.Said}): what the
 * program has to say is read in the reader's language, what a person wrote stays as it was. No door takes a text that could
 * be both; {@code HistoryWordsDbTest} reads every line of the demo in both languages.
 */
@Module(name = "platform.history", uses = {"platform", "platform.text", "platform.step", "platform.person"},
        exposes = {"GoneOn", "History", "HistoryEntry", "News", "Numbers", "Said", "Told"})
package de.schulpakt.platform.history;

import de.schulpakt.platform.Module;
