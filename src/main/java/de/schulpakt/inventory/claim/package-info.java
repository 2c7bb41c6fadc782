/**
 * What a school claims from borrowers for devices that come back damaged or not at all.
 *
 * <p>Words: a <em>claim</em> (Forderung) is one amount for one loan; it is open until it is paid or waived.
 *
 * <p>D1: a claim takes words and amount from the authority's price list, or says its own; what is claimed keeps both, whatever the list says
 * later. It is no posting: the money goes to the authority's cash office, and whoever sees it there records the day.
 * <p>D2: nothing ends for good: a claim that was recorded as paid or was waived by mistake is opened again with a reason, an amount is
 * corrected with a reason.
 * <p>D3: what happened may name people: it stands at the claim and not in the history, and is erased with the loan. That there was a claim stays.
 * <p>D4: what is open for a device on the same ground is not claimed a second time unless somebody says so: a loss whatever it is called, a damage by its words.
 */
@Module(name = "inventory.claim", uses = {"inventory.loan", "inventory.terms", "paper.print", "school.place"},
        exposes = {"ClaimList", "ClaimQueries", "ClaimState", "Claims"},
        reads = {"Device", "DeviceModel", "Loan", "School"})
package de.schulpakt.inventory.claim;

import de.schulpakt.platform.Module;
