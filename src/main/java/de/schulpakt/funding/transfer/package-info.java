/**
 * Money that moves between budgets: shifted for good, or lent from one school to another until a day.
 *
 * <p>Words: a <em>transfer</em> (Umschichtung) takes from one budget and gives to another; a <em>loan</em> (Leihe) is one that
 * flows back, whole or in parts. What moves is a pair of postings of kind TRANSFER with the reason of the transfer; what
 * is put right is a pair the other way.
 *
 * <p>D1: money moves within one application, because a decision approves one finance plan; own money moves within its authority. Between
 * grant money and own money nothing moves: own money pays beside a position, at the line.
 * <p>D4: what a decision granted and no position has is distributed by a transfer as well; it raises what was approved for the position, so that
 * it is no deviation, and flows back the same way.
 * <p>D2: how far a position may rise above what was approved is a rule of the programme (TOLERANCE_BP), and so is the amount above
 * which a second person confirms (TRANSFER_SECOND_CENTS). Only a verified rule refuses; what another would have refused, or that there
 * is none, is said in the history of the transfer.
 * <p>D3: who may move money confirms what another has proposed; without a rule that asks for a second person the proposal and its
 * booking are one step.
 * <p>D5: money that is moved in the step of an approval which waits for a second person is held: it has moved, so that nobody else spends it and
 * the position can reserve it, and it is booked with the confirmation or goes back with the decision that is taken back. The second person of the
 * approval is the second person of the transfer.
 */
@Module(name = "funding.transfer", uses = {"funding.ledger", "school.place"},
        exposes = {"TransferAction", "TransferFlow", "TransferKind", "TransferList", "TransferQueries", "TransferState", "Transfers"},
        reads = {"Authority", "Budget", "FundingPosition", "School"})
package de.schulpakt.funding.transfer;

import de.schulpakt.platform.Module;
