/**
 * Proofs of use: the account that an authority gives of the grant money of an application, generated and not compiled.
 *
 * <p>Words: a <em>proof</em> (Verwendungsnachweis) is interim or final; its <em>content</em> is figures, receipts, devices and the facts
 * of the report; a <em>gap</em> is what it still lacks; a <em>recovery</em> (Rückforderung) is grant money that is claimed back.
 *
 * <p>D1: while it is written a proof is computed from the rows each time; when it is handed in, its content is kept as it was, with its
 * SHA-256. What the rows say later changes nothing in it, and is told beside it as a difference. {@code db/checks} compares the checksum.
 * <p>D2: a final proof goes until the day on which it is handed in, an interim one until its own day: postings decide, not papers.
 * So do the gaps: an invoice of a later day is no gap of an interim proof, and the list behind a gap stops at that day.
 * <p>D3: gaps are rows that are counted, each with who can close it. Open gaps do not stop a proof: who hands it in says why they are open,
 * and they stand in it.
 * <p>D4: who has prepared a proof does not hand it in, and who has handed it in does not record that it was accepted.
 * <p>D5: a proof that was handed in is corrected by a new version; the old one stands until then and stays readable.
 * <p>D6: the accepted final proof releases what of the grant waits for it (the retained part, the last step of a plan).
 * <p>D7: a recovery is recorded as its notice says; interest that the rule of the programme comes to is shown beside it. Paying it takes the
 * money out of drawdowns; a payment that was not made is taken back with a reason. No budget moves.
 * <p>D8: the report is drafted from facts only: each is a count or a day of the receipts and devices in the proof. Words of people stand
 * apart from it.
 * <p>D9: a document that the programme asks for is found by its name: a paper of the application whose name, note or kind holds the words.
 * <p>D11: devices that were not ordered here and were tied to a position stand in the proof without a receipt: the expenditure is not in the ledger.
 * <p>D10: papers of an application, its versions, questions, drawdowns and proofs, orders, invoices and devices outlive the time of their kind until the final proof was
 * handed in and so many years after it as the programme's rule says; the job of retention counts what it held back.
 */
@Module(name = "funding.proof", uses = {"funding.duty", "funding.settlement", "paper.print"},
        exposes = {"ProofAction", "ProofContent", "ProofFlow", "ProofGap", "ProofKind", "ProofList", "ProofQueries", "ProofState", "ProofTable", "ProofWords", "Proofs"},
        reads = {"Annex", "Application", "Authority", "AwardBid", "Budget", "DeliveryLine", "Device", "DevicePayer",
                "Drawdown", "DrawdownLine", "FundingPosition", "GoodsCheck", "Inquiry", "Invoice", "InvoiceLine",
                "InvoicePart", "OrderLine", "OrderPayer", "Paper", "PaperKind", "Posting", "Programme",
                "PurchaseOrder", "RequestItem", "RequestPayer", "Revision", "School", "Stocktake", "StocktakeItem"})
package de.schulpakt.funding.proof;

import de.schulpakt.platform.Module;
