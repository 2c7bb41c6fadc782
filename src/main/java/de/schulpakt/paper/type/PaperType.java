package de.schulpakt.paper.type;

import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Whether files of a type are taken in, and whether browsers show them. */
@Entity
@Table(name = "paper_type")
class PaperType {
    @Id
    @Column(name = "media_type")
    private String mediaType;
    @Column(name = "id", insertable = false, updatable = false)
    private Long id;
    @Column(name = "ending")
    private String ending;
    @Enumerated(EnumType.STRING)
    @Column(name = "shown", columnDefinition = "enum('IMAGE','PDF','NONE')")
    private Shown shown;
    @Column(name = "offered")
    private boolean offered;
    @Version
    @Column(name = "version")
    private int version;

    protected PaperType() {
    }

    /** One that was not known before: not taken in yet. */
    PaperType(SafeType type) {
        mediaType = type.mediaType();
        ending = type.ending();
        shown = type.shown();
    }

    boolean offered() {
        return offered;
    }

    Shown shown() {
        return shown;
    }

    int version() {
        return version;
    }

    /** It is so from now on. */
    void set(boolean taken, Shown how) {
        offered = taken;
        shown = how;
    }

    Ref ref() {
        return new Ref("PaperType", id, ending);
    }
}
