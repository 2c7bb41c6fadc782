/**
 * What people say to each other at a subject: comments, for all who see it or within the offices only, and who watches what.
 *
 * <p>Words: a <em>subject</em> is whatever may have papers ({@link de.schulpakt.paper.PaperSubject}); an <em>internal</em> comment is
 * said within the offices; a <em>mention</em> is an account's name after {@code @}; to <em>watch</em> is to be told what happens.
 *
 * <p>D1: rights follow the subject: who sees it sees its comments. Internal ones are seen by who holds {@code INTERNAL_VIEW} at its
 * place, which no role of a school does. They stand in no timeline, search, export or count; their papers are papers of the
 * comment, which asks the same.
 * <p>D2: a comment can be edited by its author for ten minutes; what it said before is kept and shown. It is taken back by its author,
 * or by who may remove, with a reason: its line stays, its words, the former ones and its papers go, for what should not have been
 * written must not be kept. The timeline of a comment is its own.
 * <p>D3: who is mentioned must be able to read the comment; otherwise it is refused, in the same words for a name that nobody has: an
 * answer must not say which accounts there are.
 * <p>D5: a watch that was ended stays ended when its person speaks or acts there again; only the button begins it anew.
 * <p>D4: told are who is mentioned, who has taken part and who watches, each once, for the first of these reasons, if they may see the
 * comment at that moment; whoever lost the right is told nothing, and the watch goes with the next look at it.
 */
@Module(name = "notice.talk", uses = {"platform", "platform.history", "platform.job", "identity", "identity.register", "paper", "notice"},
        exposes = "Comments", reads = {"AppUser", "HistoryRow", "Paper"})
package de.schulpakt.notice.talk;

import de.schulpakt.platform.Module;
