package de.schulpakt.school.place;

import de.schulpakt.platform.text.Fold;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A school authority (Schulträger): who runs schools and pays for them. */
@Entity
@Table(name = "authority")
class Authority {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "name")
    private String name;
    @Version
    @Column(name = "version")
    private int version;

    protected Authority() {
    }

    Authority(String name) {
        this.name = Fold.text(name);
    }

    Long id() {
        return id;
    }
}
