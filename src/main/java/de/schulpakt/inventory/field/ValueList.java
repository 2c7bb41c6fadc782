package de.schulpakt.inventory.field;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.FLAG;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What own fields say now, a line for each value, of devices that the asker may see; what was entered last comes first. */
@Queries
public class ValueList extends ListOf<ValueList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "own-values", "/inventory/own-values")
            .from("OwnValue v").join("d", "join Device d on d.id = v.deviceId").join("f", "join OwnField f on f.id = v.fieldId")
            .join("m", "join DeviceModel m on m.id = d.modelId").join("s", "join School s on s.id = d.schoolId").hidden("deviceId", "d.id").hidden("fieldId", "f.id")
            .column("inventoryNo", "device.inventory_no", TEXT, "d.inventoryNo").always().link("device.xhtml?id={deviceId}")
            .column("model", "device.model", TEXT, "concat(m.maker, ' ', m.name)")
            .column("kind", "device.kind", NAME, "m.kind").asked()
            .column("school", "device.school", TEXT, "s.name").asked()
            .column("field", "own_field.label", TEXT, "f.label")
            .column("text", "field.text", TEXT, "v.text").sorted("text", "v.valueKey")
            .column("number", "field.number", NUMBER, "v.number")
            .column("day", "field.day", DAY, "v.day")
            .column("flag", "field.flag", FLAG, "v.flag")
            .column("enteredAs", "field.entered_as", TEXT, "v.label").asked()
            .column("setAt", "field.set_at", INSTANT, "v.setAt").asked()
            .words("q", Words.in().starts("v.valueKey"))
            .equal("field", Long.class, "v.fieldId").equal("kind", ModelKind.class, "m.kind").equal("device", Long.class, "v.deviceId")
            .equal("flag", Boolean.class, "v.flag").between("number", Long.class, "v.number").between("day", LocalDate.class, "v.day")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return Condition.and(List.of(guard.scope(DEVICE_VIEW).of("s"), Condition.of("v.endedAt is null")));
    }

    /**
     * A value; of text, number, day and flag one is not null.
     *
     * @param enteredAs label of the field when it was entered
     */
    public record Row(Long id, Long deviceId, String inventoryNo, String model, ModelKind kind, String school, Long fieldId, String field, String text,
            Long number, LocalDate day, Boolean flag, String enteredAs, Instant setAt) {
    }
}
