/**
 * What an authority brings to the papers that the house prints: sender, logo, footer, and the words before and
 * after each kind of paper.
 *
 * <p>Words: a <em>part</em> is the head, which stands on every paper, or the words of one kind of paper; a <em>version</em> is a part as it
 * was written once.
 *
 * <p>D1: a version never changes. Writing makes a new one, which is looked at before it is put in force; going back is to put an
 * earlier one in force. Who wrote and who put in force is kept with it.
 * <p>D2: a paper in a language in which the authority has no head takes the head of the other language, for a name is a name; words it
 * takes in its own language only.
 * <p>D3: the number for electronic invoices stands once, at the invoices ({@code procurement.invoice}), where they are compared with it; papers print that one.
 */
@Module(name = "school.letter", uses = {"school.place", "paper.print"}, exposes = {"LetterQueries", "Letters"}, reads = {"BillingAddress"})
package de.schulpakt.school.letter;

import de.schulpakt.platform.Module;
