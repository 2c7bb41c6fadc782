/**
 * Money of a funding programme: what may be applied for, what was approved, and the ledger that cannot be overspent.
 *
 * <p>Words: a <em>programme</em> has <em>rules</em> (data with source, valid-from and verified flag) and a <em>ceiling</em>
 * per authority; an <em>application</em> (Dachantrag) has one <em>annex</em> (Anlage Schule) per school, an annex has
 * <em>positions</em> by category; the <em>decision</em> (Bescheid) opens a <em>budget</em> per approved position; a
 * <em>posting</em> moves money in it: allot, reserve (Vormerkung), commit (Auftrag), spend (Anordnung), release, correct.
 *
 * <p>D1: every amount of positions, budgets and postings is eligible expenditure: gross, own share included, in cents.
 * Only the ceiling is grant money; grant = eligible - own share.
 * <p>D2: the own share is rounded up once per application, not per position: one decision, one own share.
 * <p>D3: a posting is never changed. What ends a reservation or commitment is a new posting that names it
 * ({@code resolves_id}); a smaller one frees the rest; what is still to come after a part delivery is a new commitment.
 * <p>D4: four fences: the budget's row is locked ({@code PESSIMISTIC_WRITE}); {@link de.schulpakt.funding.Budget} refuses;
 * the CHECK {@code budget_not_overspent} refuses; {@code posting_resolves_once} and {@code posting_source_once} stop
 * double clicks and retries. Optimistic versions alone let most of 400 rivals fail for nothing.
 * <p>D5: money methods are {@code MANDATORY}: money moves only inside the state change that causes it. A caller with
 * several budgets locks them first in id order ({@link de.schulpakt.funding.Budgets#lockInOrder}).
 * <p>D6: against the ceiling count submitted applications with what is applied for and decided ones with what is
 * approved; drafts, rejected and withdrawn ones do not count. The ceiling's row is locked while an application is
 * submitted, so two cannot pass together.
 * <p>D7: a decision is one of three steps (approve, approve partly, reject); which one follows from the amounts, so that
 * the transition table stays a table.
 * <p>D8: the free money of a budget is written {@code allotted - (reserved + committed + spent)} in JPQL: EclipseLink reads
 * {@code a - b - c} as {@code a - (b - c)}.
 * <p>D9: the total that a ceiling allows is what already counts against it, with the own shares frozen then, and the rest of
 * the ceiling with the own share of today on top.
 */
@Module(name = "funding", uses = "school", reads = {"Authority", "School"})
package de.schulpakt.funding;

import de.schulpakt.platform.Module;
