/**
 * What an auditor asks of a grant: a random sample of its devices, all papers and tables in one file.
 *
 * <p>Words: a <em>bundle</em> (Prüfpaket) is a ZIP of one application: papers, proofs of use, tables, history; its <em>index</em> names each
 * file with its size and SHA-256, and where it comes from; a <em>sample</em> (Stichprobe) is some of the devices of a grant, drawn at random.
 *
 * <p>D1: a bundle is written while it is sent, file by file, so that it may have any size; the index comes last, for it knows them all.
 * <p>D2: it holds what its asker may see, paper by paper; a paper whose bytes are removed or not yet released by the scanner, and how many the asker
 * may not see, stands in the index with the reason, so that nothing is missing in silence.
 * <p>D3: a proof that was handed in is in it as it was kept, byte by byte: the SHA-256 of that file is the checksum of the proof.
 * <p>D7: the later versions of the application and the questions of the granting body are in it as well, with their letters, and the postings of
 * what no position has.
 * <p>D8: the own share by household year, as its page shows it on that day, and the follow-up costs with their history are in it, also those that were
 * ended or taken back.
 * <p>D4: who fetched a bundle stands in the history of the application.
 * <p>D5: a sample keeps its seed and its devices: devices of the grant by inventory number, shuffled by {@code java.util.Random} with the
 * seed, the first ones; so anybody can draw it again. Whoever sees the application may draw one, and its history says so.
 * <p>D6: "which serial numbers are behind this line, where are they, who accepted them" is one list for application, budget, invoice,
 * drawdown and line, with the columns an auditor asks for and no more.
 */
@Module(name = "funding.audit", uses = {"funding.household", "funding.inquiry", "funding.proof", "funding.revision", "funding.snapshot", "exchange.table"}, exposes = {"AuditBundles", "BundleWriter", "GrantDeviceList", "SampleList", "SampleQueries", "Samples"},
        reads = {"Annex", "Application", "Authority", "Budget", "Building", "Device", "DeviceModel", "DevicePayer",
                "Drawdown", "FollowCost", "FundingPosition", "Inquiry", "InvoicePart", "InvoicedDevice", "Paper", "Posting", "Proof",
                "Revision", "Room", "School", "Ticket", "TicketDevice", "Visit"})
package de.schulpakt.funding.audit;

import de.schulpakt.platform.Module;
