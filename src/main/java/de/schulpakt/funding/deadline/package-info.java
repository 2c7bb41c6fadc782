/**
 * Deadlines of funding on one page: what is due, when, from which rule or decision, and who has seen to it.
 *
 * <p>D1: deadlines are reckoned from rules, decisions and drawdowns each time they are asked for; only that one was kept, and that people were told of one, is stored.
 * <p>D2: where something is to be handed in, a Saturday, Sunday or public holiday moves the day to the next working day (§ 193 BGB);
 * the end of an approval period, a key date and the end of a binding do not move. Public holidays are those of all states, and in
 * Rheinland-Pfalz two more; which ones hold elsewhere is not known here, so the day is never later than it may be.
 * <p>D3: a day that rests on a rule that nobody has verified says so.
 * <p>D4: the proof of use is due no longer once a final one was handed in; what is asked about it, and what is claimed back, is due then.
 * <p>D5: against a decision that rejects or gives less an objection is open for a month from its announcement (VwGO § 70); reckoned from the day of the
 * decision, unverified, and shown until it is over.
 * <p>D6: what the granting body asks about an application is due until it is answered; against a later decision that gives less than was asked for,
 * or takes back, an objection is open as against the first.
 * <p>D7: of a deadline that nobody has seen to who may draw for the authority is told each night: when 30 days, 7 days and one day are left, and once
 * when it is over. What was told is kept by authority, kind, subject, day and step, so each is told once, also when the job is run twice, dies or was not
 * run for days; then only the last step that was passed is told. Another day is another deadline. What was over for more than 60 days when it was first
 * looked at is told no more: the page shows it. An objection is not told to be over (D5).
 * <p>D8: page, calendar, feed and home ask {@code DeadlineFinder}, so that none contradicts another; the home page shows the first of the open ones. The end of
 * programmes and of bindings stands among them.
 */
@Module(name = "funding.deadline", uses = {"funding.inquiry", "funding.proof", "funding.revision"}, exposes = {"DeadlineQueries", "Deadlines", "FundingDeadline"},
        reads = {"Annex", "Application", "Authority", "Budget", "Device", "Drawdown", "Inquiry", "Paper", "PaperKind", "Programme", "Proof", "Recovery",
                "Revision", "School"})
package de.schulpakt.funding.deadline;

import de.schulpakt.platform.Module;
