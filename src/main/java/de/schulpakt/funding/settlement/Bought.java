package de.schulpakt.funding.settlement;

import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.ledger.SpendingSource;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was bought with expenditures, and where the devices of it are today: the same answer for drawdown, proof and auditor. Whoever asks
 * has asked the guard for the application.
 */
@ApplicationScoped
public class Bought {
    /**
     * JPQL that is true of a device {@code d} where no network is (R10, domain.md 11.4): in its room where that is known, else at its school.
     */
    public static final String UNCONNECTED = """
            (d.roomId is null and not exists (select su.id from NetworkUnit su where su.schoolId = d.schoolId and su.live = true)
            or d.roomId is not null and not exists (select ru.id from NetworkUnit ru where ru.roomId = d.roomId and ru.live = true))""";
    /** So many numbers a statement takes. */
    private static final int AT_ONCE = 1000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Instance<SpendingSource> sources;

    /**
     * A device as it stands today.
     *
     * @param acceptedBy who took it into service first, null as long as nobody did
     * @param moves      how often it went from one room to another
     */
    public record Device(Long id, String serial, String inventoryNo, String model, Enum<?> state, Long schoolId, String school, String building,
            String room, LocalDate bindingEndOn, Instant acceptedAt, String acceptedBy, Integer moves) {
    }

    /** What stands in its row. */
    record Found(Long id, String serial, String inventoryNo, String model, Enum<?> state, Long schoolId, String school, String building, String room,
            LocalDate bindingEndOn, Long places) {
        Device with(Accepted accepted) {
            return new Device(id, serial, inventoryNo, model, state, schoolId, school, building, room, bindingEndOn, accepted == null ? null : accepted.at(),
                    accepted == null ? null : accepted.actorName(), (int) Math.max(0, places - 1));
        }
    }

    /** Who took a device into service first. */
    record Accepted(Long subjectId, Instant at, String actorName) {
    }

    /** What was bought with postings, by their sources as the ledger keeps them; without what the asker may not see. */
    public Map<String, SpendingSource.Spending> spendings(Collection<String> of) {
        Set<String> asked = of.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, SpendingSource.Spending> found = new HashMap<>();
        for (SpendingSource room : sources) {
            for (String kind : room.kinds()) {
                Set<Long> ids = asked.stream().filter(s -> s.matches(kind + ":\\d{1,18}(:.*)?")).map(s -> Long.valueOf(s.split(":")[1]))
                        .collect(Collectors.toCollection(TreeSet::new));
                parts(ids).forEach(part -> room.spendings(kind, part).forEach((key, spending) -> found.put(kind + ":" + key, spending)));
            }
        }
        return asked.stream().filter(s -> found.containsKey(cause(s))).collect(Collectors.toMap(s -> s, s -> found.get(cause(s))));
    }

    /** The same for all payers of one cause. */
    public static String cause(String source) {
        return source.replaceAll("^(\\w+:\\d+).*", "$1");
    }

    /** The devices behind the parts of a plan that a drawdown asks for: those that its positions have bought so far. */
    public List<Long> planned(long drawdownId) {
        return spendings(Ask.of(em, String.class, """
                select distinct p.source from DrawdownLine l join Posting p on p.budgetId = l.budgetId
                where l.drawdownId = :id and l.postingId is null and p.kind = :spend""").set("id", drawdownId).set("spend", PostingKind.SPEND).list()).values().stream()
                .flatMap(s -> s.deviceIds().stream()).distinct().sorted().toList();
    }

    /** The devices that the expenditures of a drawdown have bought ({@code drawdownId}), or those of one line of it ({@code id}). */
    public List<Long> behind(String field, long id) {
        return spendings(Ask.of(em, String.class, "select distinct p.source from DrawdownLine l join Posting p on p.id = l.postingId where l." + field + " = :id")
                .set("id", id).list()).values().stream().flatMap(s -> s.deviceIds().stream()).distinct().sorted().toList();
    }

    /** Devices by their ids, as lists of them are sorted: by school and inventory number. */
    public Map<Long, Device> devices(Collection<Long> ids) {
        Map<Long, Accepted> accepted = new HashMap<>();
        List<Found> found = new ArrayList<>();
        for (Set<Long> part : parts(new TreeSet<>(ids))) {
            Ask.of(em, Accepted.class, """
                    select h.subjectId as subjectId, h.at as at_, h.actorName as actorName from HistoryRow h where h.subjectType = 'Device'
                        and h.subjectId in :ids and h.toState = 'DeviceState.IN_SERVICE' order by h.id""").set("ids", part).list()
                    .forEach(h -> accepted.putIfAbsent(h.subjectId(), h));
            found.addAll(Ask.of(em, Found.class, """
                    select d.id as id, d.serial as serial, d.inventoryNo as inventoryNo, m.name as model, d.state as state, s.id as schoolId,
                        s.name as school, b.name as building, r.name as room, d.bindingEndOn as bindingEndOn,
                        (select count(p) from Placement p where p.deviceId = d.id) as places
                    from Device d join DeviceModel m on m.id = d.modelId join School s on s.id = d.schoolId left join Room r on r.id = d.roomId
                        left join Building b on b.id = r.buildingId
                    where d.id in :ids order by s.name, d.inventoryNo""").set("ids", part).list());
        }
        if (ids.size() > AT_ONCE) {
            found.sort(Comparator.comparing(Found::school).thenComparing(Found::inventoryNo));
        }
        Map<Long, Device> devices = new LinkedHashMap<>();
        found.forEach(d -> devices.put(d.id(), d.with(accepted.get(d.id()))));
        return devices;
    }

    /** In parts of which a statement takes each. */
    static List<Set<Long>> parts(Set<Long> ids) {
        List<Long> all = List.copyOf(ids);
        List<Set<Long>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(new TreeSet<>(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return parts;
    }
}
