/**
 * Stock-taking: people go through the rooms of a school and scan what is there; what differs from the inventory is explained.
 *
 * <p>Words: a <em>stock-taking</em> (Inventur) is one session; an <em>item</em> is a device that was expected or scanned, or a number that no
 * device of the school has.
 *
 * <p>D1: what is expected is written down when the stock-taking is opened: what comes or goes meanwhile is no difference.
 * <p>D2: several people scan at once; their scans take turns for the moment in which each is written, closing waits for its turn too, and no
 * scan comes after it.
 * <p>D3: a device in another room is no difference if its place was put right while scanning; otherwise it is explained like one that is
 * missing, one that nobody expected, and a number that nobody knows.
 * <p>D7: a sample may be narrowed down to an award, a value and an age; only a stock-taking of the whole school counts for the year. What a closed one has not
 * found, and no later one has, is a gap in the proof of its award, unless its explanation says where it is or a borrower had it.
 * <p>D4: what is not found stays as it is in the inventory: whether it is lost is said by who reports it lost, with the reason.
 * <p>D6: each sighting is kept with the time at which it was made. Phones that had no network come back in any order: what was seen last
 * counts, not what arrived last. Where people have last seen one thing in different rooms, nobody guesses: somebody decides, its place in the
 * inventory is not changed by scans meanwhile, and the stock-taking is not closed.
 * <p>D5: a school is counted once a year (rule R19 of the field): one that was not counted as a whole for a year is shown as due. It warns
 * and stops nothing.
 * <p>D8: what was scanned by mistake is taken back with a reason, and so is closing. An explanation that was for what was seen goes with it.
 * <p>D9: what a borrower has is not looked for and needs no explanation; a retired device that stands in a room does.
 */
@Module(name = "inventory.stocktake", uses = {"inventory.award", "inventory.device", "paper.print", "school.place"}, exposes = {"StocktakeList", "StocktakeOutcome", "StocktakeQueries", "StocktakeState", "Stocktakes"},
        reads = {"Budget", "Device", "DeviceIdentifier", "DeviceModel", "Room", "School"})
package de.schulpakt.inventory.stocktake;

import de.schulpakt.platform.Module;
