/**
 * The rules of the field by their numbers (R01 to R35), shown where the work happens, each with one answer, its value, its source and whether
 * that was verified.
 *
 * <p>Words: a <em>finding</em> (Befund) is what one rule says of an application, or of one thing that it paid; a <em>check</em> (Regelprüfung) is
 * all findings of an application, kept when a step relied on them.
 *
 * <p>D1: four answers: it holds, it is broken, a value or a fact is open and asked for, it does not apply. Whether a broken rule refuses is
 * not said here but by the step that checks it; only a verified value does.
 * <p>D2: what a step checks is asked of the class that checks it ({@code ApplicationRules}, {@code RevisionFinder}, {@code Proposals}); what the
 * steps of rooms above have left in rows is counted there, one statement for each kind of row, so that neither page grows by rows.
 * What a framework contract has awarded (R20) is said by the room that keeps contracts ({@code CalledOff}), to orders and to the rule alike.
 * <p>D3: a check is kept when an application is submitted or decided, a request approved, an order placed, an invoice approved or booked, a drawdown put
 * together or sent, in the transaction of the step, with its checksum; the page puts it beside today's answers.
 * <p>D5: what two awards pay is asked by the rules of both, each by the values of its own programme.
 * <p>D4: what the program keeps nothing of is open and says why: a rule that nobody can check is asked for, never guessed.
 */
@Module(name = "funding.rule", uses = {"funding.revision", "funding.settlement"}, exposes = {"CalledOff", "FieldRule", "RuleAnswer", "RuleChecks", "RuleFinding", "RuleQueries", "RuleStage"},
        reads = {"Application", "AwardBid", "AwardFile", "BillingAddress", "Budget", "Device", "DeviceIdentifier", "DevicePayer", "Drawdown", "FundingPosition", "HistoryRow",
                "Invoice", "InvoiceLine", "Loan", "NetworkUnit", "OrderLine", "OrderPayer", "Paper", "PurchaseOrder", "Request", "RequestItem", "RequestPayer", "School", "Snapshot", "Stocktake", "VatRate"})
package de.schulpakt.funding.rule;

import de.schulpakt.platform.Module;
