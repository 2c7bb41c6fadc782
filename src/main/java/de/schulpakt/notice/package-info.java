/**
 * What people are told: an inbox for each, and what each wants to hear of.
 *
 * <p>Words: <em>news</em> is that something happened ({@link de.schulpakt.platform.history.News}); a <em>notice</em> is that one
 * person was told of it; a <em>kind</em> is which sentence; a <em>topic</em> gathers the kinds that people choose together.
 *
 * <p>D1: notices are written in the transaction of what they tell, in one statement for all people whom the kind concerns by their
 * roles at the school; whoever did it is not told. What is not stored is told to nobody, and nobody waits for a job.
 * <p>D2: a notice says a kind and a number and no more. Who has lost the right to a subject since learns nothing by opening it:
 * the page asks the guard again.
 * <p>D3: notices are kept for 90 days. They are no record; what happened stands in the history of the subject.
 * <p>D4: a kind that the office needs ({@link de.schulpakt.identity.register.NoticeKind}) cannot be switched off.
 * <p>D5: a notice that asks for something counts as read for everybody as soon as its subject has gone on, whoever saw to it:
 * the number at the bell is what is new, and not what was done long ago.
 * <p>D6: what somebody wants by mail is marked at the notice and becomes a letter in a job, the mark and the letter in one transaction: no
 * notice is written twice or forgotten. What was read in the inbox before is not sent. A subject names a number and nobody.
 * <p>D7: who watches a subject is told by a job that reads the history, and not in the step: a step costs the same whether somebody
 * watches or not. Each line is told once to one person, and not to who has just been told of it by a role.
 * <p>D8: who acts for somebody is told what that one's roles at a school are told, on these days and for that reason; what is one person's
 * own work is told to that person alone, and what moves money only after a second person has confirmed the deputy.
 */
@Module(name = "notice", uses = {"platform", "platform.history", "platform.job", "platform.mail", "identity", "identity.register"}, exposes = {"Answering", "HistoryReader", "NoticeQueries", "NoticeReason", "People", "Telling"},
        reads = {"AppUser", "AwardLimit", "Deputy", "HistoryRow", "RoleAssignment", "School"})
package de.schulpakt.notice;

import de.schulpakt.platform.Module;
