package de.schulpakt.inventory.field;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Questions about own fields and their values. */
@Queries
public class FieldQueries {
    private static final int MOST = 500;
    private static final int MOST_VALUES = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /**
     * All fields, those of all kinds first; for who sees devices, and for administrators.
     *
     * @throws Forbidden for all others
     */
    public List<Field> all() {
        if (!guard.may(DEVICE_VIEW) && !guard.mayEverywhere(USER_ADMIN)) {
            throw new Forbidden(DEVICE_VIEW);
        }
        return Ask.of(em, Field.class, """
                select f.id as id, f.version as version, f.kind as kind, f.label as label, f.type as type_, f.choices as choices, f.help as help,
                    f.endedOn as endedOn, f.revision as revision from OwnField f order by f.kind, f.label, f.id""").list(MOST);
    }

    /**
     * The fields of one device with what was entered last, and those that ended if something was entered.
     *
     * @throws NotFound if there is no such device, or the asker may not see it
     */
    public List<Filled> of(long deviceId) {
        Of device = Ask.of(em, Of.class, "select d.schoolId as schoolId, m.kind as kind from Device d join DeviceModel m on m.id = d.modelId where d.id = :id")
                .set("id", deviceId).one().orElseThrow(() -> new NotFound("Device", deviceId));
        guard.require(DEVICE_VIEW, device.schoolId());
        return Ask.of(em, Filled.class, """
                select f.id as fieldId, f.label as label, f.type as type_, f.choices as choices, f.help as help, f.endedOn as endedOn,
                    v.label as enteredAs, v.text as text, v.number as number_, v.day as day_, v.flag as flag, v.setAt as setAt, v.setBy as setBy
                from OwnField f left join OwnValue v on v.fieldId = f.id and v.deviceId = :device and v.endedAt is null
                where (f.kind is null or f.kind = :kind) and (f.endedOn is null or v.id is not null) order by f.label, f.id""")
                .set("device", deviceId).set("kind", device.kind()).list(MOST_VALUES);
    }

    /** Of which school and kind a device is. */
    record Of(Long schoolId, ModelKind kind) {
    }

    /**
     * A field.
     *
     * @param kind     kind of models that have it; null: all
     * @param choices  a line each, null for other types
     * @param endedOn  null while it is asked for
     * @param revision counts up with each change
     */
    public record Field(Long id, Integer version, ModelKind kind, String label, FieldType type, String choices, String help, LocalDate endedOn,
            Integer revision) {
    }

    /**
     * A field of a device; of text, number, day and flag at most one is not null.
     *
     * @param enteredAs label of the field when it was entered
     */
    public record Filled(Long fieldId, String label, FieldType type, String choices, String help, LocalDate endedOn, String enteredAs, String text,
            Long number, LocalDate day, Boolean flag, Instant setAt, String setBy) {
        /** As it is typed; empty if nothing was entered. */
        public String typed() {
            return text != null ? text : number != null ? String.valueOf(number) : day != null ? day.toString() : flag != null ? flag.toString() : "";
        }

        /** What can be chosen: the choices of today, and what was chosen if it is none of them. */
        public List<String> offered() {
            List<String> now = new java.util.ArrayList<>(OwnField.lines(choices));
            if (text != null && !now.contains(text)) {
                now.add(text);
            }
            return now;
        }
    }
}
