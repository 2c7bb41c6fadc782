package de.schulpakt.inventory.device;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Devices leave their rooms and enter others; the rows of where they stood follow, 500 devices in a statement. A clock that was set back
 * does not end a placement before its begin, nor begin one before the end of the last.
 */
@ApplicationScoped
class Moves {
    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Actor actor;

    /** They stand in no room from now on. */
    void leave(Collection<Device> devices) {
        devices.forEach(device -> device.moveTo(null));
        em.flush();
        for (List<Long> some : parts(devices.stream().map(Device::id).toList())) {
            em.createNativeQuery("update placement set to_at = greatest(?1, from_at) where to_at is null and device_id in (" + numbers(some) + ")")
                    .setParameter(1, now()).executeUpdate();
        }
    }

    /** They stand in that room from now on, wherever they stood. */
    void enter(Collection<Device> devices, Long room) {
        leave(devices);
        devices.forEach(device -> device.moveTo(room));
        em.flush();
        for (List<Long> some : parts(devices.stream().map(Device::id).toList())) {
            em.createNativeQuery("insert into placement (device_id, room_id, from_at, actor) select d.id, ?1, greatest(?2,"
                    + " coalesce((select max(p.to_at) from placement p where p.device_id = d.id), ?3)), ?4 from device d where d.id in (" + numbers(some)
                    + ") order by d.id").setParameter(1, room).setParameter(2, now()).setParameter(3, now()).setParameter(4, actor.name()).executeUpdate();
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC);
    }

    /** Ids that the database has given, with commas between them. */
    private static String numbers(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    static List<List<Long>> parts(List<Long> ids) {
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            parts.add(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
        }
        return parts;
    }
}
