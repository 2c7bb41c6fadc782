package de.schulpakt.inventory.oldstock;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.DEVICE_ADD;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.inventory.award.AwardHow;
import de.schulpakt.inventory.award.Awards;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.field.FieldQueries;
import de.schulpakt.inventory.field.OwnFieldColumn;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.inventory.tag.TagQueries;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is there already, for the import of the old stock: a few statements, however long the file is. */
@Queries
public class OldStock {
    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    FieldQueries fields;
    @Inject
    TagQueries tags;
    @Inject
    Guard guard;
    @Inject
    Awards awards;

    /** A school whose devices the asker may take in. */
    record Place(Long id, String officialNo, String name, Long authorityId) {
    }

    /** A room of a school. */
    record Room(Long id, Long schoolId, String name, String building) {
    }

    /** A model. */
    record Model(Long id, String maker, String name, String partNo, ModelKind kind) {
    }

    /** A number that a device has. */
    record Number(Long deviceId, IdentifierKind kind, String key) {
    }

    /** A device that is there. */
    record Known(Long id, String inventoryNo, String serial, Long schoolId, Long modelId, Long roomId, String room, DeviceState state, Long priceCents, LocalDate boughtOn, String spot, LocalDate warrantyEndOn, String supplier,
            Long budgetId, AwardHow awardHow, Devices.DeviceOrigin origin, LocalDate inServiceOn) {
    }

    /** What an own field says of a device; one of the last four is not null. */
    record OwnNow(Long deviceId, Long fieldId, String text, Long number, LocalDate day, Boolean flag) {
        /** As it is typed. */
        String shown() {
            return text != null ? text : String.valueOf(number != null ? number : day != null ? day : flag);
        }
    }

    List<Place> places() {
        Scope scope = guard.scope(DEVICE_ADD);
        return scope.bind(Ask.of(em, Place.class, "select s.id as id, s.officialNo as officialNo, s.name as name, s.authorityId as authorityId from School s"
                + " where s.endedOn is null and " + scope.school("s") + " order by s.id")).list();
    }

    /** The positions of awards that may have paid devices of these schools; none of schools at which the asker may not say who paid. */
    Map<Long, List<Awards.Award>> awards(Collection<Long> schools) {
        guard.scope(DEVICE_ADD);
        return awards.of(schools.stream().filter(school -> guard.may(DELIVERY_RECEIVE, school)).toList()).stream()
                .collect(Collectors.groupingBy(Awards.Award::schoolId));
    }

    /** Own fields that are asked for, as columns of a table. */
    List<OwnFieldColumn> ownFields() {
        guard.scope(DEVICE_ADD);
        return fields.all().stream().filter(f -> f.endedOn() == null).map(OwnFieldColumn::new).toList();
    }

    /** What own fields of devices say. */
    List<OwnNow> own(Collection<Long> devices) {
        guard.scope(DEVICE_ADD);
        return parts(devices, some -> Ask.of(em, OwnNow.class, """
                select v.deviceId as deviceId, v.fieldId as fieldId, v.text as text, v.number as number_, v.day as day_, v.flag as flag from OwnValue v where v.deviceId in :some and v.endedAt is null""")
                .set("some", some).list());
    }

    /** What rolls say of tags that somebody has typed, by the key of the tag. */
    Map<String, TagQueries.OfRoll> tags(Collection<String> typed) {
        guard.scope(DEVICE_ADD);
        return tags.rolls(typed).stream().collect(Collectors.toMap(TagQueries.OfRoll::key, tag -> tag, (one, same) -> one));
    }

    List<Room> rooms(Collection<Long> schools) {
        guard.scope(DEVICE_ADD);
        return parts(schools, some -> Ask.of(em, Room.class, """
                select r.id as id, r.schoolId as schoolId, r.name as name, b.name as building
                from Room r join Building b on b.id = r.buildingId where r.schoolId in :some order by r.id""").set("some", some).list());
    }

    List<Model> models() {
        guard.scope(DEVICE_ADD);
        return Ask.of(em, Model.class, "select m.id as id, m.maker as maker, m.name as name, m.partNo as partNo, m.kind as kind from DeviceModel m order by m.id").list();
    }

    List<Number> numbers(Collection<String> keys) {
        guard.scope(DEVICE_ADD);
        return parts(keys, some -> Ask.of(em, Number.class, """
                select i.deviceId as deviceId, i.kind as kind, i.valueKey as key_ from DeviceIdentifier i
                where i.valueKey in :some and i.endedAt is null""").set("some", some).list());
    }

    List<Known> known(Collection<Long> ids) {
        guard.scope(DEVICE_ADD);
        return parts(ids, some -> Ask.of(em, Known.class, """
                select d.id as id, d.inventoryNo as inventoryNo, d.serial as serial, d.schoolId as schoolId, d.modelId as modelId, d.roomId as roomId, r.name as room,
                    d.state as state, d.priceCents as priceCents, d.deliveredOn as boughtOn, d.spot as spot, d.warrantyEndOn as warrantyEndOn, d.supplier as supplier, d.budgetId as budgetId,
                    d.awardHow as awardHow, d.origin as origin, d.inServiceOn as inServiceOn
                from Device d left join Room r on r.id = d.roomId where d.id in :some""").set("some", some).list());
    }

    /** Another number when anything of this may be another. */
    Long stamp() {
        guard.scope(DEVICE_ADD);
        return Ask.of(em, Long.class, "select max(h.id) from HistoryRow h").one().orElse(0L);
    }

    private static <T, R> List<R> parts(Collection<T> all, java.util.function.Function<List<T>, List<R>> ask) {
        List<T> list = List.copyOf(all);
        List<R> found = new ArrayList<>();
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            found.addAll(ask.apply(list.subList(from, Math.min(from + AT_ONCE, list.size()))));
        }
        return found;
    }
}
