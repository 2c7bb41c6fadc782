package de.schulpakt.inventory.number;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Fold;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Numbers are given and end. All doors are inner ones: whoever opens them has asked the guard for the devices. */
@UseCases
@Unguarded("Inner doors: whoever opens them has asked the guard for the device.")
public class Identifiers {
    private static final int AT_ONCE = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Actor actor;
    @Inject
    Clock clock;

    /** A number that a device gets. */
    public record Given(long deviceId, IdentifierKind kind, String value) {
    }

    /** A number as it stands in the table. */
    public record Held(Long deviceId, IdentifierKind kind, String value) {
    }

    /**
     * Gives numbers to devices, 200 in a statement.
     *
     * @throws Refused {@code identifier.wrong} if one cannot be of its kind; {@code identifier.taken} if another device has it. Of two at
     *                 once, the second is stopped by {@code identifier_once}
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public void give(List<Given> numbers) {
        numbers.stream().filter(n -> !n.kind().fits(key(n.kind(), n.value()))).findFirst().ifPresent(n -> {
            throw new Refused("identifier.wrong", n.value(), n.kind());
        });
        Map<IdentifierKind, List<String>> byKind = numbers.stream().collect(Collectors.groupingBy(Given::kind, TreeMap::new,
                Collectors.mapping(Given::value, Collectors.toList())));
        byKind.forEach((kind, values) -> held(kind, values).values().stream().findFirst().ifPresent(taken -> {
            throw new Refused("identifier.taken", taken.value(), kind);
        }));
        write(numbers);
    }

    /** The same for numbers that are known to be free. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public void write(List<Given> numbers) {
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            insert(numbers.subList(from, Math.min(from + AT_ONCE, numbers.size())));
        }
    }

    /** Which of these numbers belong to a device now, by their keys in small letters. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public Map<String, Held> held(IdentifierKind kind, Collection<String> values) {
        Map<String, Held> held = new LinkedHashMap<>();
        List<String> keys = values.stream().map(v -> key(kind, v)).toList();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            Ask.of(em, Held.class, """
                    select i.deviceId as deviceId, i.kind as kind, i.value as value_ from DeviceIdentifier i
                    where i.kind = :kind and i.valueKey in :keys and i.endedAt is null order by i.deviceId""").set("kind", kind)
                    .set("keys", keys.subList(from, Math.min(from + AT_ONCE, keys.size()))).list()
                    .forEach(h -> held.put(key(kind, h.value()).toLowerCase(Locale.ROOT), h));
        }
        return held;
    }

    /**
     * A number ends. It still finds the device that had it, and another device may get it.
     *
     * @return the number that ended
     * @throws NotFound if the device has no such number
     * @throws Refused  {@code identifier.ended} if it has ended already
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public Held end(long deviceId, long id, String why) {
        DeviceIdentifier number = Find.locked(em, DeviceIdentifier.class, id);
        if (number.deviceId() != deviceId) {
            throw new NotFound("DeviceIdentifier", id);
        }
        if (number.ended()) {
            throw new Refused("identifier.ended", number.value());
        }
        number.end(clock.now(), actor.name(), why);
        em.flush();
        return new Held(deviceId, number.kind(), number.value());
    }

    /** All numbers of a kind that these devices have end. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public void endAll(Collection<Long> deviceIds, IdentifierKind kind, String why) {
        List<Long> ids = List.copyOf(deviceIds);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            em.createQuery("select i from DeviceIdentifier i where i.deviceId in :devices and i.kind = :kind and i.endedAt is null order by i.id",
                    DeviceIdentifier.class).setParameter("devices", ids.subList(from, Math.min(from + AT_ONCE, ids.size()))).setParameter("kind", kind)
                    .getResultList().forEach(i -> i.end(clock.now(), actor.name(), why));
        }
        em.flush();
    }

    /**
     * All numbers of these devices end but the inventory numbers that are named: a number that the house has given is never another's.
     *
     * @param stay inventory numbers that stay
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public void endAllBut(Collection<Long> deviceIds, Set<String> stay, String why) {
        List<Long> ids = List.copyOf(deviceIds);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            em.createQuery("select i from DeviceIdentifier i where i.deviceId in :devices and i.endedAt is null order by i.id", DeviceIdentifier.class)
                    .setParameter("devices", ids.subList(from, Math.min(from + AT_ONCE, ids.size()))).getResultList().stream()
                    .filter(i -> i.kind() != IdentifierKind.INVENTORY_NO || !stay.contains(i.value())).forEach(i -> i.end(clock.now(), actor.name(), why));
        }
        em.flush();
    }

    /** The numbers of a kind that a device has now, the eldest first. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public List<String> open(long deviceId, IdentifierKind kind) {
        return em.createQuery("""
                select i.value from DeviceIdentifier i where i.deviceId = :device and i.kind = :kind and i.endedAt is null
                order by i.id""", String.class).setParameter("device", deviceId).setParameter("kind", kind).getResultList();
    }

    private void insert(List<Given> some) {
        // by the connection itself: a query of the entity manager compares each of its parameters with all before it
        try (PreparedStatement insert = em.unwrap(Connection.class).prepareStatement("insert into device_identifier"
                + " (device_id, kind, value, value_key, added_at, added_by) values "
                + String.join(", ", Collections.nCopies(some.size(), "(?, ?, ?, ?, ?, ?)")))) {
            int parameter = 1;
            for (Given one : some) {
                insert.setObject(parameter++, one.deviceId());
                insert.setObject(parameter++, one.kind().name());
                insert.setObject(parameter++, Fold.text(one.value()));
                insert.setObject(parameter++, key(one.kind(), one.value()));
                insert.setObject(parameter++, LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC));
                insert.setObject(parameter++, actor.name());
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** What consists of nothing but hyphens and dots is a serial number all the same. */
    private static String key(IdentifierKind kind, String value) {
        String key = Fold.number(value);
        return key == null && (kind == IdentifierKind.SERIAL || kind == IdentifierKind.TAG) ? Fold.code(value) : key;
    }
}
