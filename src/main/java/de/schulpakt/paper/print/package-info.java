/**
 * Papers that the house prints: one engine that makes a PDF of what a room has to say, with the letterhead of the authority.
 *
 * <p>Words: a <em>sheet</em> is what stands on a printed paper, before it has a shape; a <em>letter</em> is what the authority
 * brings to it: sender, logo, footer, the words before and after.
 *
 * <p>D1: a room brings a kind of printed paper as a bean ({@link de.schulpakt.paper.print.Printable}) and makes a sheet of the same
 * answer that its page shows, so the figures are the page's and who may not see the subject finds no paper of it.
 * <p>D2: a sheet is built of parts and becomes a DOM, never text that is put together: what people typed cannot become markup.
 * There is one look for all kinds, in {@code sheet.css}; a template per kind would say the same ten times.
 * <p>D3: every PDF is PDF/UA-1 and PDF/A-3b, with fonts of ours embedded; tests ask veraPDF for every kind.
 * <p>D4: a printed paper is made anew each time it is asked for. What was handed out is kept as a file at its subject, by a button
 * ({@link de.schulpakt.paper.print.PrintKeeping}): that one never changes, and a newer one takes its place.
 * <p>D5: a signature is under the German words of a paper, kept with it and with their SHA-256. Who signs sends the SHA-256 of what was
 * seen; says the paper something else by then, nothing is signed. A later print shows which signature was for earlier words. The strokes
 * are what was drawn; the picture is made of them here and not taken from the browser. Who cannot draw signs by name.
 * <p>D6: a signature is kept as long as papers of the kind under which it stands, and what was drawn for one that was taken back for 90 days;
 * the line of the history that it was signed stays, without the name of who signed.
 */
@Module(name = "paper.print", uses = {"paper", "platform", "identity"},
        exposes = {"Letter", "Letterheads", "PrintKeeping", "PrintQueries", "Printable", "Sheet", "SignatureQueries", "Signing"},
        reads = {"PaperKind"})
package de.schulpakt.paper.print;

import de.schulpakt.platform.Module;
