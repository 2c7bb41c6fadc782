package de.schulpakt.inventory.sight;

import static de.schulpakt.identity.Permission.DEVICE_ADD;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Use cases of what device management has seen. */
@UseCases
public class Sights {
    private static final int MOST = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * Records what device management has seen of devices.
     *
     * @throws NotFound if the asker may not see one of the devices, or a school that is named
     * @throws Refused  {@code sight.ahead} for a day to come
     */
    public void record(@Valid Record cmd) {
        TreeMap<Long, Seen> wanted = new TreeMap<>();
        cmd.seen().forEach(s -> wanted.put(s.deviceId(), s));
        List<Owned> owned = Ask.of(em, Owned.class, "select d.id as id, d.inventoryNo as inventoryNo, d.schoolId as schoolId from Device d where d.id in :ids")
                .set("ids", wanted.keySet()).list();
        if (owned.size() < wanted.size()) {
            throw new NotFound("Device", wanted.firstKey());
        }
        owned.stream().map(Owned::schoolId).distinct().forEach(school -> guard.require(DEVICE_ADD, school));
        for (Seen seen : wanted.values()) {
            ahead(seen.firstSeenOn());
            ahead(seen.lastSeenOn());
        }
        List<Long> schools = wanted.values().stream().map(Seen::seenSchoolId).filter(id -> id != null).distinct().toList();
        if (!schools.isEmpty() && Ask.of(em, Long.class, "select s.id from School s where s.id in :ids").set("ids", schools).list().size() < schools.size()) {
            throw new NotFound("School", schools.get(0));
        }
        Map<Long, DeviceSight> there = new HashMap<>();
        em.createQuery("select s from DeviceSight s where s.deviceId in :ids order by s.deviceId", DeviceSight.class).setParameter("ids", wanted.keySet())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().forEach(s -> there.put(s.deviceId(), s));
        wanted.forEach((device, seen) -> {
            DeviceSight sight = there.getOrDefault(device, new DeviceSight(device));
            sight.tell(seen, clock.now(), actor.name());
            if (!there.containsKey(device)) {
                em.persist(sight);
            }
        });
    }

    /** What device management had said of a device was wrong: it is forgotten, with a reason. Refused {@code sight.none} if nothing was said. */
    public void forget(long deviceId, @Valid Forget cmd) {
        Owned device = Ask.of(em, Owned.class, "select d.id as id, d.inventoryNo as inventoryNo, d.schoolId as schoolId from Device d where d.id = :id").set("id", deviceId)
                .one().orElseThrow(() -> new NotFound("Device", deviceId));
        guard.require(DEVICE_ADD, device.schoolId());
        if (em.createQuery("delete from DeviceSight s where s.deviceId = :id").setParameter("id", deviceId).executeUpdate() == 0) {
            throw new Refused("sight.none", device.inventoryNo());
        }
        history.record(new Ref("Device", deviceId, device.inventoryNo()).ofSchool(device.schoolId()), SightAction.FORGET_SIGHT, Said.words(cmd.reason()));
    }

    private void ahead(LocalDate day) {
        // clocks of makers are in other zones
        if (day != null && day.isAfter(clock.today().plusDays(1))) {
            throw new Refused("sight.ahead", day);
        }
    }

    /** A device and its school. */
    record Owned(Long id, String inventoryNo, Long schoolId) {
    }

    /** What was seen of devices. */
    public record Record(@NotEmpty @Size(max = MOST) List<@NotNull @Valid Seen> seen) {
    }

    /**
     * What was seen of one device; what is null is not told.
     *
     * @param os           system and version
     * @param seenSchoolId school at which device management has it
     */
    public record Seen(@NotNull Long deviceId, LocalDate firstSeenOn, LocalDate lastSeenOn, @Size(max = 80) String os, Boolean managed, Long seenSchoolId) {
    }

    /** Why it is wrong. */
    public record Forget(@NotBlank @Size(max = 2000) String reason) {
    }
}
