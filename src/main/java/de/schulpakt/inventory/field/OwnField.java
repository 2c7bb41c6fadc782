package de.schulpakt.inventory.field;

import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** A field that an administrator has added to the devices of a kind of model. */
@Entity
@Table(name = "own_field")
class OwnField {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private ModelKind kind;
    @Column(name = "label")
    private String label;
    @Enumerated(EnumType.STRING)
    @Column(name = "type")
    private FieldType type;
    @Column(name = "choices")
    private String choices;
    @Column(name = "help")
    private String help;
    @Column(name = "ended_on")
    private LocalDate endedOn;
    @Column(name = "revision")
    private int revision = 1;
    @Version
    @Column(name = "version")
    private int version;

    protected OwnField() {
    }

    OwnField(OwnFields.Create cmd) {
        this.kind = cmd.kind();
        this.type = cmd.type();
        say(cmd.label(), cmd.choices(), cmd.help());
    }

    private void say(String called, String offered, String explained) {
        label = called.strip();
        help = explained == null || explained.isBlank() ? null : explained.strip();
        List<String> lines = lines(offered);
        if (type == FieldType.CHOICE && lines.size() < 2) {
            throw new Refused("field.choices_missing", label);
        }
        choices = lines.isEmpty() ? null : String.join("\n", lines);
    }

    static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().map(String::strip).filter(l -> !l.isEmpty()).distinct().collect(Collectors.toList());
    }

    /** Says the same of it in other words. */
    void change(OwnFields.Change cmd) {
        Conflict.unlessSame(ref(), cmd.version(), version);
        say(cmd.label(), cmd.choices(), cmd.help());
        revision++;
    }

    /** Not asked for from that day on; null: asked for again. */
    void end(Integer seen, LocalDate day) {
        Conflict.unlessSame(ref(), seen, version);
        endedOn = day;
    }

    Long id() {
        return id;
    }

    String label() {
        return label;
    }

    FieldType type() {
        return type;
    }

    int revision() {
        return revision;
    }

    List<String> choices() {
        return lines(choices);
    }

    /** Refuses what is not asked of devices of that kind, or not any longer. */
    void mustBeAsked(ModelKind of, String device) {
        if (kind != null && kind != of) {
            throw new Refused("field.not_of_kind", label, device);
        }
        if (endedOn != null) {
            throw new Refused("field.is_ended", label);
        }
    }

    Ref ref() {
        return new Ref("OwnField", id, label);
    }
}
