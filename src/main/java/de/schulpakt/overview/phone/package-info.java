/**
 * What people take along on the phone and work on without network: the technician's day, the devices of a stock-taking. It owns no
 * table and changes nothing: what was done on the way comes in through the same doors as from anywhere else.
 *
 * <p>Words: what is <em>taken along</em> is kept on the phone; a <em>step that waits</em> was done without network and is sent later.
 *
 * <p>D1: a page without anybody's data is kept by the browser (the service worker, {@code /phone-worker.js}); what is taken along and
 * what waits stand beside it, encrypted with AES-GCM under a key that no script can read and that is one person's. Signing out deletes
 * what is one's own: key, page and all. What was taken along is forgotten after 24 hours anyway, and as soon as another person is signed in on any page. Steps of
 * others that wait stay with their keys, encrypted and for their owner alone, who is told at the next sign-in; after 30 days whoever comes next deletes them. What that is worth on a lost phone stands in
 * {@code config/threat-model.md}.
 * <p>D2: as little as possible is taken along: no history, no comments, no keys of houses and where they lie, no names but the contact's
 * function. Rooms are those of the schools where the person has work, or may take it.
 * <p>D3: steps are sent one after the other, each under a key of its own ({@code Idempotency-Key}) and with the version that the person
 * saw, or the one that the own step before has made; so each is carried out once. One that is refused stops those after it at the same
 * ticket until the person has decided: do it anew on what is there now, or drop it, which is said at the ticket with the reason. One that the server
 * does not take now is passed over with the rest of its ticket until the next round; after three rounds it can be dropped, too.
 * <p>D4: the phone knows from the table of the lifecycle what comes after a step and shows it; the server alone decides.
 * <p>D5: only the page itself is answered from what was kept; every other page comes from the network, and only where there is none the
 * kept one stands in. No page depends on the service worker.
 * <p>D6: a photo is drawn anew before it waits: its longest side and quality are settings of the operator ({@code PhonePage}), it is turned upright, and what the camera wrote
 * beside it is gone. What the browser cannot draw waits as it is; the server takes the place off anyway.
 * <p>D8: of a ticket the next step stands open; what is done beside it (photo, time, material, signature, note, waiting) is folded, so that a thumb reaches all of it on one screen.
 * <p>D7: time is that of the day on which it was typed, whenever it arrives. Of what is in the stores the phone shows what was there, less what waits; whether
 * there is enough the server says, and the person decides.
 */
@Module(name = "overview.phone", uses = {"install", "inventory.stocktake"},
        reads = {"Building", "Device", "DeviceIdentifier", "DeviceModel", "Paper", "Room", "School", "Stocktake", "StocktakeItem", "Ticket", "TicketDevice", "TicketKind",
                "TicketResult", "TicketStep"})
package de.schulpakt.overview.phone;

import de.schulpakt.platform.Module;
