package de.schulpakt.inventory.sight;

import static de.schulpakt.identity.Permission.DEVICE_ADD;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Questions about what device management has seen. */
@Queries
public class SightQueries {
    /** Days without a sight after which a device counts as quiet. */
    static final int QUIET = 60;
    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    /**
     * What was seen of a device, with {@code managed}; null if nothing was told.
     *
     * @throws NotFound if there is no such device, or the asker may not see it
     */
    public View of(long deviceId) {
        Long school = Ask.of(em, Long.class, "select d.schoolId from Device d where d.id = :id").set("id", deviceId).one()
                .orElseThrow(() -> new NotFound("Device", deviceId));
        guard.require(DEVICE_VIEW, school);
        return Ask.of(em, View.class, """
                select f.firstSeenOn as firstSeenOn, f.lastSeenOn as lastSeenOn, f.os as os, f.managed as managed, s.id as seenSchoolId, s.name as seenSchool,
                    f.toldAt as toldAt, f.toldBy as toldBy from DeviceSight f left join School s on s.id = f.seenSchoolId where f.deviceId = :id""")
                .set("id", deviceId).one().orElse(null);
    }

    /** How many devices of the schools that the asker sees are quiet, were never seen, or were seen at another school. Those that are lost or given up do not count. */
    public Counts counts() {
        Scope scope = guard.scope(DEVICE_VIEW);
        return scope.bind(Ask.of(em, Counts.class, """
                select count(f) as known, sum(case when f.lastSeenOn < :since then 1 else 0 end) as quiet, sum(case when f.lastSeenOn is null then 1 else 0 end) as never,
                    sum(case when f.seenSchoolId <> d.schoolId then 1 else 0 end) as elsewhere
                from DeviceSight f join Device d on d.id = f.deviceId join School s on s.id = d.schoolId
                where d.state <> :lost and d.state <> :retired and\s""" + scope.school("s"))).set("since", quietSince()).set("lost", DeviceState.LOST)
                .set("retired", DeviceState.RETIRED).one().orElse(new Counts(0L, 0L, 0L, 0L));
    }

    /** What was last seen before this day is quiet. */
    public LocalDate quietSince() {
        guard.scope(DEVICE_VIEW);
        return clock.today().minusDays(QUIET);
    }

    /** The devices that have these serial numbers now, of the schools for which the asker may take devices in. */
    List<Numbered> serials(Collection<String> keys) {
        Scope scope = guard.scope(DEVICE_ADD);
        List<String> all = List.copyOf(keys);
        List<Numbered> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            found.addAll(scope.bind(Ask.of(em, Numbered.class, """
                    select i.valueKey as key_, d.id as id, d.inventoryNo as inventoryNo, concat(m.maker, ' ', m.name) as model,
                        (select f.lastSeenOn from DeviceSight f where f.deviceId = d.id) as lastSeenOn,
                        (select g.id from DeviceSight g where g.deviceId = d.id) as sightId
                    from DeviceIdentifier i join Device d on d.id = i.deviceId join DeviceModel m on m.id = d.modelId join School s on s.id = d.schoolId
                    where i.valueKey in :keys and i.endedAt is null and i.kind = :serial and\s""" + scope.school("s")))
                    .set("keys", all.subList(from, Math.min(from + AT_ONCE, all.size()))).set("serial", IdentifierKind.SERIAL).list());
        }
        return found;
    }

    /** All schools, by which a file names them. */
    List<Place> places() {
        guard.scope(DEVICE_ADD);
        return Ask.of(em, Place.class, "select s.id as id, s.officialNo as officialNo, s.name as name from School s order by s.id").list();
    }

    /** A device by its serial number; sightId is null if nothing was told of it. */
    record Numbered(String key, Long id, String inventoryNo, String model, LocalDate lastSeenOn, Long sightId) {
    }

    /** A school. */
    record Place(Long id, String officialNo, String name) {
    }

    /** What was seen of a device; what is null is not known. */
    public record View(LocalDate firstSeenOn, LocalDate lastSeenOn, String os, Boolean managed, Long seenSchoolId, String seenSchool, Instant toldAt, String toldBy) {
    }

    /** Devices of which something was told; quiet, never seen, seen at another school. Null sums are none. */
    public record Counts(Long known, Long quiet, Long never, Long elsewhere) {
        /** True if one of them is to be looked at. */
        public boolean any() {
            return known != null && known > 0 && (quiet > 0 || never > 0 || elsewhere > 0);
        }
    }
}
