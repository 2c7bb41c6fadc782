/**
 * Corrections of a decision (Bescheid) that was captured wrongly: what the paper says and the screen did not.
 *
 * <p>D1: two people always: one proposes with a reason, another confirms or drops. Only what is confirmed changes the decision, and the money
 * follows by a counter-posting under the source {@code decision_correction_line}; what stood before is kept.
 * <p>D2: this is no new decision of the granting body, that is a version of the application. Once such a version binds, amounts and period of the first
 * decision are no longer what binds, and only reference, day and terms can be corrected.
 * <p>D3: nothing falls below what is reserved, ordered or spent, and no grant below what is drawn; the refusal names what binds.
 * <p>D4: a rejection, a decision that would grant nothing, and the undistributed rest are not corrected here.
 * <p>D5: one correction of a decision waits at a time, and it is confirmed only while the decision still says what it said when it was proposed.
 * <p>D6: a correction that was wrong itself is countered by another one.
 */
@Module(name = "funding.redecision", uses = {"funding.application", "funding.revision"},
        exposes = {"DecisionCorrectionAction", "DecisionCorrectionFlow", "DecisionCorrectionQueries", "DecisionCorrections", "DecisionCorrectionState"},
        reads = {"Annex", "Application", "Budget", "Drawdown", "DrawdownLine", "FundingPosition", "Revision", "RevisionLine", "School"})
package de.schulpakt.funding.redecision;

import de.schulpakt.platform.Module;
