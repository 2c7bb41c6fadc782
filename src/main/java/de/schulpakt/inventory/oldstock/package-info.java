/**
 * The old stock: what schools had before this inventory, from the tables that somebody kept, and from exports of device management.
 *
 * <p>D1: only columns whose names are known to hold things of a device are read; of all others not even the uploaded file keeps the cells.
 * Exports hold lock codes and the names of pupils, and nobody can leak what nobody has.
 * <p>D2: a device is known again by any of its numbers, in whatever notation. A repeated import adds what was not known and moves what
 * stands elsewhere; it never takes anything away, and leaves school and model of a known device alone.
 * <p>D3: a school, room or model that is written in another way is proposed where only one can be meant, and a warning says so; where
 * several can be meant, the row waits for an answer.
 * <p>D5: a tag that was printed before is bound only if its roll says so: one of the authority, and still used. The rolls are locked before any device.
 * <p>D6: which award has paid a row is proposed, or asked, of who may say so (who receives deliveries); a person answers for all rows alike or for one.
 * <p>D7: the export has exactly the columns that the import reads: read again it changes nothing, read into an empty system it gives the same devices. The
 * number that the house has given is kept there as an earlier one.
 * <p>D8: inventories of the agent of GLPI (JSON) are made a table of the same few columns before anything is kept: they hold who was signed in, addresses,
 * software and credentials.
 * <p>D9: where a row says something else than its device, each field is shown old and new and decided, for one row or for all: a room and a spot are taken unless somebody says
 * otherwise, all else stays. What a row leaves empty is no difference. What an order or an award says is put right there.
 * <p>D10: an import is taken back by those of its devices that nobody has touched since ({@code StockBack}): they had never come, and their numbers are free, so that
 * the right table takes them in anew. What a verified binding holds stays, for that is given up by two people.
 * <p>D4: an import is all or nothing, as all imports are; wrong rows may be left out on purpose.
 */
@Module(name = "inventory.oldstock", uses = {"exchange", "exchange.table", "inventory.award", "inventory.device", "inventory.field", "inventory.number", "inventory.tag", "school.place"},
        exposes = {"Days", "KeptColumns", "StockExport"},
        reads = {"Application", "AssetBookingLine", "AssetLine", "Budget", "Building", "Device", "DeviceIdentifier", "DeviceIncident", "DeviceModel", "DeviceSecret", "DeviceSight", "FloorMark", "FundingPosition",
                "HistoryRow", "Loan", "NetworkUnit", "OfferItem", "OwnField", "OwnValue", "Paper", "PoolDevice", "Room", "SampleDevice", "School", "StocktakeItem", "Ticket", "TicketDevice"})
package de.schulpakt.inventory.oldstock;

import de.schulpakt.platform.Module;
