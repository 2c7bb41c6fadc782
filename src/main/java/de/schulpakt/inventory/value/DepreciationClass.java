package de.schulpakt.inventory.value;

import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The useful life of a kind of models. */
@Entity
@Table(name = "depreciation_class")
class DepreciationClass {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private ModelKind kind;
    @Column(name = "years")
    private int years;
    @Column(name = "source")
    private String source;
    @Column(name = "verified")
    private boolean verified;
    @Version
    @Column(name = "version")
    private int version;

    protected DepreciationClass() {
    }

    /** It has another useful life, or another source: nobody has read it a second time. */
    void change(Classes.Change cmd) {
        Conflict.unlessSame(ref(), cmd.version(), version);
        years = cmd.years();
        source = cmd.source().strip();
        verified = false;
    }

    int years() {
        return years;
    }

    /** A second person has read it. */
    void verify(Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        verified = true;
    }

    Ref ref() {
        return new Ref("DepreciationClass", id, kind.name());
    }
}
