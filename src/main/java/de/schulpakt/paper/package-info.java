/**
 * Papers: files at any subject of the house, such as the photo at a ticket or the delivery note at an order.
 *
 * <p>Words: a <em>paper</em> is a file with its kind, at one subject; its <em>content</em> are the bytes.
 *
 * <p>D1: content stands in the database in pieces, in the transaction of its paper and under its SHA-256: backup and a second
 * server need nothing else, a broken upload leaves nothing, and equal content is kept once. What is measured is what is kept,
 * after metadata have been taken out of photos.
 * <p>D2: rights follow the subject ({@link de.schulpakt.paper.PaperSubject}): who may not see it finds no paper of it, and a link
 * that is passed on opens nothing.
 * <p>D3: what a file is, its bytes say and not its name; what is not on the list of types is refused. Nothing is sent as something
 * that a browser runs: photos and PDF as themselves, all else as a download of plain bytes, under a policy that forbids scripts.
 * <p>D4: from photos everything goes that tells where and by whom they were made; only how they are to be turned stays. What
 * follows the end of the picture goes, too.
 * <p>D5: with a virus scanner nobody opens a file before it has said yes; what it finds something in loses its bytes at once.
 * Content from before a scanner was there is looked at, too.
 * <p>D6: a removed paper leaves its line, with who, when, why and the SHA-256; its bytes go with the last paper that has them.
 * <p>D8: which types are taken in is data that an administrator changes, within a list that is none ({@link de.schulpakt.paper.type.SafeType}): what a browser would run is not on it,
 * and what stands in the data beside it is neither taken in nor shown.
 * <p>D7: what is a part of another subject, such as a comment, asks for itself who may see it ({@code PaperSubject.seen}): its papers are
 * seen by nobody else.
 */
@Module(name = "paper", uses = {"platform", "identity", "paper.type"},
        exposes = {"Intake", "PaperHold", "PaperQueries", "PaperSubject", "Papers", "Received", "SubjectPlaces"}, reads = "PaperType")
package de.schulpakt.paper;

import de.schulpakt.platform.Module;
