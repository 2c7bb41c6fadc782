/**
 * Which types of files the house takes in, and which of them browsers show.
 *
 * <p>Words: a <em>type</em> is what the bytes of a file say that it is.
 *
 * <p>D1: an administrator takes types in and leaves them out, within a list that is part of the program: what is not on it would be run by a browser, or by whoever downloads it. What
 * was taken in before can be opened in any case.
 */
@Module(name = "paper.type", uses = {"platform", "identity"}, exposes = {"PaperTypeAction", "PaperTypes", "SafeType", "Shown", "TypeQueries"})
package de.schulpakt.paper.type;

import de.schulpakt.platform.Module;
