/**
 * A device is replaced by another: one of the school steps in for it, or the supplier exchanges it.
 *
 * <p>Words: a <em>swap</em> (Tausch) is that one device comes in the place of another; its <em>role</em> is what the place asks of it: room,
 * part in the network with its name and ports, class set.
 *
 * <p>D1: the role goes over, the thing does not: numbers, price, payers, binding, papers and secrets stay with each device. Where the supplier
 * exchanges a device, the new one has price, payers and binding of the first, as with a receipt.
 * <p>D2: what had been accepted where the first stood is accepted for the second too, so that it is in service at once; its binding begins
 * then. What was to be installed yet goes on with its ticket.
 * <p>D3: a device that was ordered here is exchanged at its order, where the goods are counted; the role goes over there in the same way.
 * A device that somebody has borrowed is swapped at the loan. Both stand in the list, and are put right where they were made: a loan that had ended by a
 * swap goes on, or what came in exchange is said never to have come. The list then shows them as undone; why stands at the loan, which may name somebody.
 * <p>D4: a swap is undone with a reason, by the same way back: both stand where they stood, and a binding that began by mistake has not begun.
 * What went to another school since is that school's: then there is no way back.
 */
@Module(name = "inventory.swap", uses = {"inventory.device", "inventory.loan"}, exposes = {"SwapList", "SwapQueries", "Swaps"},
        reads = {"Device", "DeviceModel", "School"})
package de.schulpakt.inventory.swap;

import de.schulpakt.platform.Module;
