/**
 * Figures of a day: what was allotted, reserved, committed, spent and drawn at its end, of any day from the postings, and kept on key dates.
 *
 * <p>Words: a <em>snapshot</em> (Stichtagsmeldung) keeps the figures of an authority in a programme at the end of a key date; an
 * <em>event</em> is what has moved a figure between two days.
 *
 * <p>D1: postings are never changed, so the figures of a day can be found at any later time; what is kept is what was reported. Drawn
 * money is a fact beside the ledger: what was requested until the day and is not cancelled today.
 * <p>D2: the job takes what is due each night, from the key dates of the programme's rule (REPORT_DAYS), also of days on which no server
 * ran; who may draw takes one by hand for any day that is over. A snapshot exists once per day.
 * <p>D3: the difference of two days is explained by postings between them, figure by figure, and adds up; what does not is shown.
 * <p>D5: what a decision granted and no position has is a line of its own, so that the sums are those of the budgets. A snapshot that was kept
 * before that shows what was reported then, and is compared without it.
 * <p>D4: days end at midnight in Berlin.
 */
@Module(name = "funding.snapshot", uses = "funding.settlement",
        exposes = {"FigureQueries", "SnapshotJob", "SnapshotList", "Snapshots"},
        reads = {"Application", "Authority", "Budget", "Drawdown", "DrawdownLine", "FundingPosition", "Posting",
                "Programme", "School"})
package de.schulpakt.funding.snapshot;

import de.schulpakt.platform.Module;
