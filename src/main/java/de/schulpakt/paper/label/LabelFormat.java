package de.schulpakt.paper.label;

import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A sheet or roll of labels. */
@Entity
@Table(name = "label_format")
class LabelFormat {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "code")
    private String code;
    @Column(name = "name")
    private String name;
    @Column(name = "place")
    private int place;
    @Embedded
    private LabelSizes sizes;
    @Column(name = "offered")
    private boolean offered;
    @Version
    @Column(name = "version")
    private int version;

    protected LabelFormat() {
    }

    LabelFormat(String code, String name, LabelSizes sizes, int place) {
        this.code = code;
        this.name = name.strip();
        this.sizes = sizes;
        this.place = place;
        this.offered = true;
    }

    Long id() {
        return id;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    LabelSizes sizes() {
        return sizes;
    }

    int place() {
        return place;
    }

    boolean offered() {
        return offered;
    }

    int version() {
        return version;
    }

    /** It is so from now on. */
    void set(String called, LabelSizes measured, boolean chosen) {
        name = called.strip();
        sizes = measured;
        offered = chosen;
    }

    Ref ref() {
        return new Ref("LabelFormat", id, code);
    }
}
