package de.schulpakt.inventory.field;

import static de.schulpakt.identity.Permission.DEVICE_PLACE;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Use cases of the values of own fields. */
@UseCases
public class OwnValues {
    private static final int MOST = 1000;
    private static final int FIELDS = 100;
    private static final int AT_ONCE = 500;

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
    @Inject
    OwnTexts texts;

    /**
     * Enters values of one device; a blank one ends what was there. What is the same stays as it was entered.
     *
     * @throws NotFound if there is no such device or field, or the asker may not see the device
     * @throws Refused  {@code field.value_wrong}, {@code field.not_of_kind}, {@code field.is_ended}
     */
    public void fill(long deviceId, @Valid Fill cmd) {
        List<Thing> things = things(List.of(deviceId));
        if (things.isEmpty()) {
            throw new NotFound("Device", deviceId);
        }
        guard.require(DEVICE_PLACE, things.get(0).schoolId());
        keep(things, Map.of(deviceId, cmd.values()));
    }

    /**
     * Enters the same value at many devices.
     *
     * @return at how many it is another than before
     * @throws NotFound if there is no such device or field, or the asker may not see one of the devices
     * @throws Refused  as {@link #fill}, for the first that it holds for: then none has it
     */
    public int fillMany(@Valid Many cmd) {
        List<Long> ids = List.copyOf(new TreeSet<>(cmd.ids()));
        List<Thing> things = things(ids);
        if (things.size() < ids.size()) {
            throw new NotFound("Device", ids.get(0));
        }
        things.stream().map(Thing::schoolId).distinct().forEach(school -> guard.require(DEVICE_PLACE, school));
        Map<Long, List<Entry>> values = new LinkedHashMap<>();
        things.forEach(thing -> values.put(thing.id(), List.of(new Entry(cmd.fieldId(), cmd.value()))));
        return keep(things, values);
    }

    /**
     * Enters values of many devices. Inner door of the import; refuses as {@link #fill}.
     *
     * @return at how many something is another than before
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the import has asked for DEVICE_ADD at these schools.")
    public int keep(Map<Long, List<Entry>> values) {
        List<Thing> things = new ArrayList<>();
        parts(List.copyOf(new TreeSet<>(values.keySet()))).forEach(some -> things.addAll(things(some)));
        return keep(things, values);
    }

    private int keep(List<Thing> things, Map<Long, List<Entry>> values) {
        Map<Long, OwnField> fields = new LinkedHashMap<>();
        values.values().stream().flatMap(List::stream).map(Entry::fieldId).distinct().sorted().forEach(id -> fields.put(id, Find.one(em, OwnField.class, id)));
        Map<Ref, Said> lines = new LinkedHashMap<>();
        List<Long> changed = new ArrayList<>();
        List<OwnValue> entered = new ArrayList<>();
        for (List<Thing> some : parts(things)) {
            Map<Long, Map<Long, OwnValue>> open = em.createQuery("select v from OwnValue v where v.deviceId in :ids and v.endedAt is null", OwnValue.class)
                    .setParameter("ids", some.stream().map(Thing::id).toList()).getResultList().stream().collect(Collectors.groupingBy(OwnValue::deviceId, Collectors.toMap(OwnValue::fieldId, v -> v)));
            for (Thing thing : some) {
                List<Sentence> said = new ArrayList<>();
                values.get(thing.id()).forEach(entry -> said.addAll(entered(thing, fields.get(entry.fieldId()), entry.value(),
                        open.getOrDefault(thing.id(), Map.of()).get(entry.fieldId()), entered)));
                if (!said.isEmpty()) {
                    lines.put(new Ref("Device", thing.id(), thing.inventoryNo()).ofSchool(thing.schoolId()), Said.all(said));
                    changed.add(thing.id());
                }
            }
        }
        // what was there has ended before another can be entered
        em.flush();
        entered.forEach(em::persist);
        em.flush();
        parts(changed).forEach(texts::tell);
        history.recordAll(FieldAction.FILL, lines);
        return changed.size();
    }

    private List<Sentence> entered(Thing thing, OwnField field, String typed, OwnValue before, List<OwnValue> entered) {
        boolean none = typed == null || typed.isBlank();
        if (none && before == null || before != null && before.shown().equals(typed)) {
            return List.of();
        }
        OwnValue now = none ? null : new OwnValue(thing.id(), field, typed, clock.now(), actor.name());
        if (before != null && now != null && Objects.equals(before.shown(), now.shown())) {
            return List.of();
        }
        field.mustBeAsked(thing.kind(), thing.inventoryNo());
        if (before != null) {
            before.end(clock.now());
        }
        if (now != null) {
            entered.add(now);
        }
        return List.of(before == null ? Sentence.of("said.field_new", field.label(), now.told())
                : Sentence.of("said.field_changed", field.label(), before.told(), now == null ? "–" : now.told()));
    }

    private List<Thing> things(List<Long> ids) {
        return Ask.of(em, Thing.class, """
                select d.id as id, d.inventoryNo as inventoryNo, d.schoolId as schoolId, m.kind as kind from Device d join DeviceModel m on m.id = d.modelId
                where d.id in :ids order by d.id""").set("ids", ids).list();
    }

    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
        return parts;
    }

    /** A device with what decides which fields it has. */
    record Thing(Long id, String inventoryNo, Long schoolId, ModelKind kind) {
    }

    /**
     * A value.
     *
     * @param value as it is typed: a day as 2027-03-01 or 1.3.2027, yes and no as true and false, ja and nein; null or blank: none
     */
    public record Entry(@NotNull Long fieldId, @Size(max = 200) String value) {
    }

    /** Values of a device. */
    public record Fill(@NotEmpty @Size(max = FIELDS) List<@NotNull @Valid Entry> values) {
    }

    /** The same value for many devices. */
    public record Many(@NotEmpty @Size(max = MOST) List<@NotNull Long> ids, @NotNull Long fieldId, @Size(max = 200) String value) {
    }
}
