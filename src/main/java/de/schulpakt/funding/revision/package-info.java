/**
 * Versions of an application after the first: what is to change in a decided application, what was sent, how it was decided.
 *
 * <p>Words: a <em>version</em> (Änderung) changes positions of a decided application: an <em>amendment</em> (Änderungsantrag) moves between
 * positions, a <em>supplement</em> (Nachantrag) asks for more, a <em>notice</em> (Änderungsanzeige) only tells, a <em>withdrawal</em> in part
 * (Teilrücknahme) gives up, a <em>revocation</em> in part (Teilwiderruf) comes from the granting body. Version 1 is the application itself.
 *
 * <p>D1: what binds stands in the positions, where budgets, figures and proofs read it; a version keeps what stood there before. So the later
 * decision binds for everybody, and each version can be shown as it was.
 * <p>D2: what a supplement asks for counts against the ceiling from the day on which it is sent until it is decided.
 * <p>D3: a decision lies between what stands there and what was asked for, position by position, and gives no more on top in all than was asked for:
 * what fell away in between does not come back with it. What a granting body cuts without having been asked is a revocation of its own. Where a
 * position rises by a decision or its counter-step, the ceiling and the bound of mobile devices are asked once more; days of the rules are not.
 * <p>D4: a reduction below what is bound is refused by the ledger. The page says which reservations and orders hold the money and how it is freed;
 * nothing is released by itself.
 * <p>D5: a decision is put right by a counter-step with a reason, the latest that binds first.
 * <p>D6: the own share stays the one that was frozen when the application was submitted; a version does not change it.
 * <p>D7: how often a year more may be asked for (R05) is counted by authority and programme, over all its applications.
 */
@Module(name = "funding.revision", uses = {"funding.application", "paper.print"},
        exposes = {"RevisionAction", "RevisionFlow", "RevisionKind", "RevisionList", "RevisionQueries", "Revisions", "RevisionState", "VersionQueries"},
        reads = {"Annex", "Application", "Authority", "Budget", "Drawdown", "DrawdownLine", "FundingPosition",
                "School"})
package de.schulpakt.funding.revision;

import de.schulpakt.platform.Module;
