/**
 * Applications for money of a programme, from the draft to the decision that opens the budgets, and how far an authority has
 * used its ceiling.
 *
 * <p>Words: an <em>application</em> (Dachantrag) has one <em>annex</em> (Anlage Schule) per school, an annex has
 * <em>positions</em> by category; the <em>decision</em> (Bescheid) opens a budget per approved position; <em>grant</em> =
 * eligible expenditure - own share.
 *
 * <p>D1: amounts of positions are eligible expenditure: gross, own share included, in cents. Only the ceiling is grant money.
 * <p>D2: the own share is rounded once per application, not per position: one decision, one own share. Half up where a rule of the
 * programme says so, as published figures are; otherwise up. Which one is frozen at submission with the share.
 * <p>D3: against the ceiling count submitted applications with what is applied for and decided ones with what is approved;
 * drafts, rejected and withdrawn ones do not count. One class counts ({@code GrantFinder}), whoever asks.
 * <p>D4: a decision is one of three steps (approve, approve partly, reject); which one follows from the amounts, so that
 * the transition table stays a table.
 * <p>D5: the total that a ceiling allows is what already counts against it, with the own shares frozen then, and the rest of
 * the ceiling with the own share of today on top.
 * <p>D6: only a verified value refuses (rule or ceiling). What another demands is not refused: the history of the application
 * says what it would have refused, and on whose word. A rule that is missing altogether refuses, because nothing allows then.
 * <p>D7: the ceiling is locked before the first sum of a submission, the one of the mobile devices too.
 * <p>D9: what an application says is kept with its checksum when it is submitted, the numbers of the schools on which it relies included:
 * those of the newest school year that had begun. Paper, data sheet and page show what was handed in; the page says where other numbers
 * stand by now. What was submitted before such things were kept is shown from its records, and says so.
 * <p>D11: what a decision grants to the authority and no position has is part of what it approves: it counts against the ceiling, in the grant and in
 * the proof. It is at most what the positions were not given, so that nobody is granted more than was applied for.
 * <p>D10: the list of what is missing guides and refuses nothing; each line leads to the page where it is put right. R07 (both signatures under
 * the concept for operation, maintenance and support) stands in it, because no rule of a programme says it of itself.
 * Beside it stands what hinders: a submission and the page of a draft ask the same questions ({@code ApplicationRules}), all of them, so that nobody
 * learns of the next reason when the last is out of the way.
 * <p>D12: what binds of a decided application is what its positions say; later versions change it through one door ({@code Binding}), and what they
 * ask for on top counts against the ceiling from the day on which they are sent.
 * <p>D13: the ancillary terms of a decision and their version (R35) are recorded with it or later; that they are missing refuses nothing, because the
 * decision is not ours.
 * <p>D14: a position names its budget as the budget names it, so that the list of positions can be walked in the order of what is left.
 * <p>D8: the frame of a ceiling is computed here for whoever shows it, authority by authority.
 */
@Module(name = "funding.application", uses = {"funding.ledger", "paper.print", "school.concept", "school.year"},
        exposes = {"ApplicationAction", "ApplicationContent", "ApplicationFlow", "ApplicationList", "ApplicationQueries", "ApplicationState",
                "ApplicationTable", "Applications", "Binding", "PositionList", "UsageQueries"},
        reads = {"Authority", "Budget", "Programme", "ProgrammeCeiling", "School"})
package de.schulpakt.funding.application;

import de.schulpakt.platform.Module;
