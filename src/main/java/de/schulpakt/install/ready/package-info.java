/**
 * Texts that technicians have ready, so that nobody types the same sentence every day.
 *
 * <p>Words: a <em>ready text</em> (Textbaustein) is a sentence of an authority in two languages; its <em>place</em> is where it is offered: at a comment, at
 * what work waits for, at what was done; a <em>placeholder</em> stands in braces and is filled with what the ticket says.
 *
 * <p>D1: who works tickets of an authority writes its texts, for all kinds of work or for one of them. Whoever of the offices sees them, schools do not.
 * <p>D2: a text that is taken is typed text from then on: it can be changed before it is sent, and what was sent stays as it was when the text is changed.
 * <p>D3: placeholders are {@code {no}}, {@code {school}}, {@code {room}} and {@code {date}}, in German also {@code {nr}}, {@code {schule}}, {@code {raum}} and
 * {@code {datum}}. Another word in braces is refused when the text is written, not when it is used.
 * <p>D4: what is not used any more is ended and offered no more; it can be offered again.
 */
@Module(name = "install.ready", uses = {"install.kind", "identity", "identity.register", "platform.list", "school.place"},
        exposes = {"ReadyList", "ReadyPlace", "ReadyQueries", "ReadyTexts"}, reads = {"Authority", "Room", "School", "Ticket", "TicketKind"})
package de.schulpakt.install.ready;

import de.schulpakt.platform.Module;
