package de.schulpakt.install.network;

import static de.schulpakt.identity.Permission.NETWORK_EDIT;
import static de.schulpakt.identity.Permission.NETWORK_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a cable tester has found, for cables that are on record. */
@UseCases
public class CableTests {
    private static final int MOST = 20_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;

    /** A unit at an end of a cable. */
    record Place(Long cableId, Long unitId, String unit) {
    }

    /**
     * Keeps what was found at cables of a school; each unit at their ends remembers it once.
     *
     * @throws NotFound if one is no cable of the school, or is unplugged
     */
    public void record(@Valid Record cmd) {
        guard.require(NETWORK_EDIT, cmd.schoolId());
        SortedMap<Long, Tested> byCable = new TreeMap<>();
        cmd.tests().forEach(test -> byCable.put(test.cableId(), test));
        Map<Long, NetworkCable> cables = em.createQuery("select c from NetworkCable c where c.id in :ids order by c.id", NetworkCable.class)
                .setParameter("ids", byCable.keySet()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream()
                .collect(Collectors.toMap(NetworkCable::id, c -> c));
        byCable.forEach((id, test) -> {
            NetworkCable cable = cables.get(id);
            if (cable == null || !cable.live() || !cable.schoolId().equals(cmd.schoolId())) {
                throw new NotFound("NetworkCable", id);
            }
            cable.tested(test.cableClass(), test.lengthM(), test.passed(), test.day() == null ? clock.now() : test.day().atTime(12, 0).atZone(Clock.ZONE).toInstant());
        });
        em.flush();
        Map<Ref, Said> lines = new LinkedHashMap<>();
        Ask.of(em, Place.class, """
                select e.cableId as cableId, u.id as unitId, u.name as unit from NetworkEnd e left join NetworkPort p on p.id = e.portId
                    left join NetworkUnit u on u.id = p.unitId where e.live = true and e.cableId in :cables order by e.cableId, u.id""")
                .set("cables", byCable.keySet()).list(MOST).forEach(place -> lines.putIfAbsent(new Ref("NetworkUnit", place.unitId(), place.unit())
                        .ofSchool(cmd.schoolId()), Said.that("network.said_tester", place.unit()).and(byCable.get(place.cableId()).passed() ? "network.said_passed"
                                : "network.said_failed")));
        history.recordAll(NetworkAction.MEASURE, lines);
    }

    /** The ends of all cables of a school that are plugged, two for each; one statement. */
    public List<End> ends(long schoolId) {
        guard.require(NETWORK_VIEW, schoolId);
        return Ask.of(em, End.class, """
                select c.id as cableId, c.label as label, u.name as unit, u.kind as kind, p.name as port, r.id as roomId, r.name as room, c.cableClass as cableClass,
                    c.lengthM as lengthM, c.passed as passed, c.measuredAt as measuredAt
                from NetworkEnd e left join NetworkCable c on c.id = e.cableId left join NetworkPort p on p.id = e.portId
                    left join NetworkUnit u on u.id = p.unitId left join Room r on r.id = u.roomId
                where e.live = true and c.schoolId = :school order by c.id, u.id""").set("school", schoolId).list(MOST);
    }

    /** An end of a cable, with what is known of the cable. */
    public record End(Long cableId, String label, String unit, UnitKind kind, String port, Long roomId, String room, CableClass cableClass, BigDecimal lengthM,
            Boolean passed, Instant measuredAt) {
    }

    /** What was found at the cables of a school. */
    public record Record(@NotNull Long schoolId, @NotEmpty @Size(max = 500) List<@NotNull @Valid Tested> tests) {
    }

    /**
     * What was found at one cable.
     *
     * @param cableClass class that was tested, null: what was on record stays
     * @param lengthM    null: what was on record stays
     * @param day        null for today
     */
    public record Tested(@NotNull Long cableId, CableClass cableClass, @DecimalMin("0.1") @DecimalMax("2000.0") @Digits(integer = 4, fraction = 1) BigDecimal lengthM,
            @NotNull Boolean passed, LocalDate day) {
    }
}
