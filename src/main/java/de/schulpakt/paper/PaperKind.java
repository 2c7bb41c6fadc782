package de.schulpakt.paper;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A kind of papers, such as the delivery note. */
@Entity
@Table(name = "paper_kind")
class PaperKind {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "code")
    private String code;
    @Column(name = "name_de")
    private String nameDe;
    @Column(name = "name_en")
    private String nameEn;
    @Column(name = "keep_years")
    private Integer keepYears;
    @Column(name = "place")
    private int place;
    @Column(name = "offered")
    private boolean offered;
    @Version
    @Column(name = "version")
    private int version;

    protected PaperKind() {
    }

    PaperKind(PaperKinds.Create cmd, int place) {
        code = cmd.code();
        nameDe = cmd.nameDe().strip();
        nameEn = cmd.nameEn().strip();
        keepYears = cmd.keepYears();
        this.place = place;
        offered = true;
    }

    String code() {
        return code;
    }

    int place() {
        return place;
    }

    Long id() {
        return id;
    }

    boolean offered() {
        return offered;
    }

    Ref ref() {
        return new Ref("PaperKind", id, code);
    }

    void describe(PaperKinds.Change cmd) {
        Conflict.unlessSame(ref(), cmd.version(), version);
        nameDe = cmd.nameDe().strip();
        nameEn = cmd.nameEn().strip();
        keepYears = cmd.keepYears();
        offered = cmd.offered();
    }
}
