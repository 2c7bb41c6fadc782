package de.schulpakt.inventory.field.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.field.FieldQueries;
import de.schulpakt.inventory.field.OwnValues;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Own fields are filled: all of one device, or one of many. */
@Named
@ViewScoped
public class FieldFillPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient OwnValues values;
    @Inject
    transient FieldQueries queries;
    @Inject
    transient DeviceQueries devices;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private DeviceQueries.View device;
    private ArrayList<FieldQueries.Filled> filled = new ArrayList<>();
    private final HashMap<Long, String> typed = new HashMap<>();
    private String numbers;
    private Long fieldId;
    private String value;
    private transient List<FieldQueries.Field> fields;

    /** Reads the device that the address names; without one the page is for many. */
    public void load() {
        act.show(() -> {
            if (id == null) {
                if (!guard.may(Permission.DEVICE_PLACE)) {
                    throw new Forbidden(Permission.DEVICE_PLACE);
                }
                numbers = numbers == null ? here.param("number") : numbers;
                return;
            }
            device = devices.view(id);
            guard.require(Permission.DEVICE_PLACE, device.schoolId());
            filled = new ArrayList<>(queries.of(id).stream().filter(f -> f.endedOn() == null).toList());
            filled.forEach(f -> typed.put(f.fieldId(), f.typed()));
        });
    }

    /** Keeps what was typed for the device: what is as it was shown is left to who may have entered another meanwhile. */
    public String save() {
        List<OwnValues.Entry> changed = changed(filled, typed);
        String to = "device?faces-redirect=true&id=" + id;
        return changed.isEmpty() ? to : act.run(() -> values.fill(id, new OwnValues.Fill(changed)), "field.done.fill", to);
    }

    static List<OwnValues.Entry> changed(List<FieldQueries.Filled> shown, Map<Long, String> typed) {
        return shown.stream().filter(f -> !f.typed().equals(typed.get(f.fieldId()) == null ? "" : typed.get(f.fieldId()).strip()))
                .map(f -> new OwnValues.Entry(f.fieldId(), typed.get(f.fieldId()))).toList();
    }

    /** Keeps the same value at many; a number that means no device is refused with its reason. */
    public String saveMany() {
        return act.run(() -> values.fillMany(new OwnValues.Many(devices.named(numbers), fieldId, value)), "field.done.fill",
                "own-values?faces-redirect=true");
    }

    /** Fields that are asked for. */
    public List<FieldQueries.Field> getFields() {
        if (fields == null) {
            fields = queries.all().stream().filter(f -> f.endedOn() == null).toList();
        }
        return fields;
    }

    public DeviceQueries.View getDevice() {
        return device;
    }

    public List<FieldQueries.Filled> getFilled() {
        return filled;
    }

    public Map<Long, String> getTyped() {
        return typed;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getNumbers() {
        return numbers;
    }

    public void setNumbers(String numbers) {
        this.numbers = numbers;
    }

    public Long getFieldId() {
        return fieldId;
    }

    public void setFieldId(Long fieldId) {
        this.fieldId = fieldId;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }
}
