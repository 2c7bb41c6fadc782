/**
 * The terms on which an authority lends devices, and what damage and loss cost.
 *
 * <p>Words: <em>terms</em> (Leihbedingungen) are the text of the contract; an <em>edition</em> of them holds from a day on; a <em>price</em>
 * is what an authority claims for one kind of damage or loss.
 *
 * <p>D1: an edition never changes. A loan keeps the edition that was in force when the device went out; a newer one is for later loans.
 * <p>D2: a price that is not asked any longer ends and stays; what was claimed keeps its words and its amount.
 * <p>D3: terms and prices stand in every contract: they are no secret. The authority writes them, schools lend by them.
 * <p>D4: letters that remind borrowers are off until the authority says that they go, for the school's word reaches whoever it wants without them.
 */
@Module(name = "inventory.terms", uses = {"school.place"}, exposes = {"Terms", "TermsQueries"})
package de.schulpakt.inventory.terms;

import de.schulpakt.platform.Module;
