package de.schulpakt.inventory.field;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportMapping;
import de.schulpakt.inventory.device.ModelKind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** An own field as something that an import takes from the column that is called as it is. */
public record OwnFieldColumn(FieldQueries.Field field) implements ImportField {
    private static final String PREFIX = "OWN_";

    /** The id of the field that a name of a column's field means; null for another. */
    public static Long id(String name) {
        return name.matches(PREFIX + "\\d{1,15}") ? Long.valueOf(name.substring(PREFIX.length())) : null;
    }

    public Long fieldId() {
        return field.id();
    }

    public String label() {
        return field.label();
    }

    /** True if a device of that kind has the field, and it can say this. */
    public boolean fits(ModelKind kind, String value) {
        return (field.kind() == null || field.kind() == kind) && understands(value);
    }

    /** True if both are the same value of the field, however they are written. */
    public boolean same(String one, String other) {
        List<String> choices = OwnField.lines(field.choices());
        return Objects.equals(OwnValue.Read.of(field.type(), choices, one), OwnValue.Read.of(field.type(), choices, other));
    }

    @Override
    public boolean understands(String value) {
        return OwnValue.Read.of(field.type(), OwnField.lines(field.choices()), value) != null;
    }

    @Override
    public String name() {
        return PREFIX + field.id();
    }

    @Override
    public List<String> synonyms() {
        return List.of(ImportMapping.normal(field.label()));
    }

    @Override
    public String label(Locale locale) {
        return field.label();
    }
}
