package de.schulpakt.inventory.oldstock;

import static de.schulpakt.identity.Permission.DEVICE_ADD;

import de.schulpakt.exchange.ImportKind;
import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way back of an import of the old stock: devices that nobody has touched since had never come. A device stays with the first newer line in its
 * history, and when anything else names it: a ticket, a count, a class set, a loan, a report of device management, a list of assets, a sample.
 */
@ApplicationScoped
class StockBack implements ImportKind.WayBack {
    private static final int AT_ONCE = 500;
    private static final String STAYS = """
            select d.id as id, d.inventoryNo as no,
                (select count(h) from HistoryRow h where h.subjectType = 'Device' and h.subjectId = d.id and h.id > :after)
                + (select count(x) from Ticket x where x.deviceId = d.id) + (select count(x) from TicketDevice x where x.deviceId = d.id)
                + (select count(x) from StocktakeItem x where x.deviceId = d.id) + (select count(x) from PoolDevice x where x.deviceId = d.id)
                + (select count(x) from Loan x where x.deviceId = d.id) + (select count(x) from DeviceIncident x where x.deviceId = d.id)
                + (select count(x) from OfferItem x where x.deviceId = d.id) + (select count(x) from DeviceSight x where x.deviceId = d.id)
                + (select count(x) from NetworkUnit x where x.deviceId = d.id) + (select count(x) from FloorMark x where x.deviceId = d.id)
                + (select count(x) from AssetLine x where x.deviceId = d.id) + (select count(x) from AssetBookingLine x where x.deviceId = d.id)
                + (select count(x) from SampleDevice x where x.deviceId = d.id) + (select count(x) from DeviceSecret x where x.deviceId = d.id)
                + (select count(p) from Paper p where p.subjectType = 'Device' and p.subjectId = d.id) as uses,
                case when d.bindingVerified = true and d.bindingStart is not null then true else false end as bound
            from Device d where d.id in :some""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Devices devices;

    /** A device, with how often it was touched. */
    record Use(Long id, String no, Long uses, Boolean bound) {
    }

    @Override
    public Map<Long, Sentence> stays(Collection<Long> made, long after) {
        guard.scope(DEVICE_ADD);
        Map<Long, Sentence> stays = new LinkedHashMap<>();
        List<Long> all = List.copyOf(made);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Ask.of(em, Use.class, STAYS).set("some", all.subList(from, Math.min(from + AT_ONCE, all.size()))).set("after", after).list().forEach(use -> {
                if (use.uses() > 0) {
                    stays.put(use.id(), Sentence.of("oldstock.touched", use.no()));
                } else if (use.bound()) {
                    stays.put(use.id(), Sentence.of("oldstock.bound", use.no()));
                }
            });
        }
        return stays;
    }

    @Override
    public void takeBack(Collection<Long> made, String file, String words) {
        devices.takeOut(made, Said.that("said.import_of", file).andWords(words), words);
    }
}
