package de.schulpakt.inventory.field;

import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Fold;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What was entered in an own field of a device. */
@Entity
@Table(name = "own_value")
class OwnValue {
    private static final int LONGEST = 200;
    private static final int DIGITS = 15;
    private static final List<DateTimeFormatter> DAYS = List.of(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));
    private static final Set<String> YES = Set.of("true", "ja", "yes", "j", "y", "1", "x");
    private static final Set<String> NO = Set.of("false", "nein", "no", "n", "0");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "field_id")
    private Long fieldId;
    @Column(name = "revision")
    private int revision;
    @Column(name = "label")
    private String label;
    @Column(name = "text")
    private String text;
    @Column(name = "number")
    private Long number;
    @Column(name = "day_on")
    private LocalDate day;
    @Column(name = "flag")
    private Boolean flag;
    @Column(name = "value_key")
    private String valueKey;
    @Column(name = "set_at")
    private Instant setAt;
    @Column(name = "set_by")
    private String setBy;
    @Column(name = "ended_at")
    private Instant endedAt;

    protected OwnValue() {
    }

    /** @throws Refused {@code field.value_wrong} for what cannot be a value of the field */
    OwnValue(Long deviceId, OwnField field, String typed, Instant at, String by) {
        this.deviceId = deviceId;
        this.fieldId = field.id();
        this.revision = field.revision();
        this.label = field.label();
        this.setAt = at;
        this.setBy = by;
        Read read = Read.of(field.type(), field.choices(), typed);
        if (read == null) {
            throw new Refused("field.value_wrong", field.label(), typed);
        }
        this.text = read.text();
        this.number = read.number();
        this.day = read.day();
        this.flag = read.flag();
        String key = Fold.key(shown());
        this.valueKey = key == null ? "" : key.length() > LONGEST ? key.substring(0, LONGEST) : key;
    }

    /** What was typed, as a value of a type; one of them is not null. */
    record Read(String text, Long number, LocalDate day, Boolean flag) {
        /** Null for what cannot be one. */
        static Read of(FieldType type, List<String> choices, String typed) {
            String value = Fold.text(typed);
            if (value == null || value.length() > LONGEST) {
                return null;
            }
            String small = value.toLowerCase(Locale.ROOT);
            Read read = switch (type) {
                case NUMBER -> new Read(null, value.matches("[+-]?\\d{1," + DIGITS + "}") ? Long.valueOf(value) : null, null, null);
                case DAY -> new Read(null, null, OwnValue.day(value), null);
                case FLAG -> new Read(null, null, null, YES.contains(small) ? Boolean.TRUE : NO.contains(small) ? Boolean.FALSE : null);
                case CHOICE -> new Read(choices.contains(value) ? value : null, null, null, null);
                case TEXT -> new Read(value, null, null, null);
            };
            return read.equals(new Read(null, null, null, null)) ? null : read;
        }
    }

    private static LocalDate day(String value) {
        for (DateTimeFormatter format : DAYS) {
            try {
                return LocalDate.parse(value, format);
            } catch (DateTimeParseException e) {
                // perhaps in another notation
            }
        }
        return null;
    }

    Long deviceId() {
        return deviceId;
    }

    Long fieldId() {
        return fieldId;
    }

    /** As it is typed: days as 2027-03-01, yes and no as true and false. Null if nothing is there. */
    String shown() {
        return text != null ? text : number != null ? String.valueOf(number) : day != null ? day.toString() : flag != null ? flag.toString() : null;
    }

    /** The same for the history, which shows days as its reader writes them. */
    Object told() {
        return day != null ? day : shown();
    }

    /** Another was entered, or none. */
    void end(Instant at) {
        endedAt = at;
    }
}
