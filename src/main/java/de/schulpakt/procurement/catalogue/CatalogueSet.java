package de.schulpakt.procurement.catalogue;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Articles that are asked for together, e.g. a tablet with pencil and case, or a trolley with sixteen of them. Its price is theirs. */
@Entity
@Table(name = "catalogue_set")
class CatalogueSet {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "name")
    private String name;
    @Column(name = "note")
    private String note;
    @Column(name = "active")
    private boolean active;
    @Version
    @Column(name = "version")
    private int version;

    protected CatalogueSet() {
    }

    CatalogueSet(String name, String note) {
        this.active = true;
        describe(name, note);
    }

    /** Changes it; who saw another version gets a conflict. */
    void change(Integer seen, String newName, String newNote, boolean nowActive) {
        Conflict.unlessSame(ref(), seen, version);
        this.active = nowActive;
        describe(newName, newNote);
    }

    private void describe(String newName, String newNote) {
        this.name = newName.strip();
        this.note = newNote == null || newNote.isBlank() ? null : newNote.strip();
    }

    Long id() {
        return id;
    }

    boolean active() {
        return active;
    }

    String name() {
        return name;
    }

    Ref ref() {
        return new Ref("CatalogueSet", id, name);
    }
}
