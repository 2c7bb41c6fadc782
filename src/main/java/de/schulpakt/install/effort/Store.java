package de.schulpakt.install.effort;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A van or a store-room of an authority. */
@Entity
@Table(name = "store")
class Store {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "name")
    private String name;
    @Column(name = "closed")
    private boolean closed;
    @Version
    @Column(name = "version")
    private int version;

    protected Store() {
    }

    Store(Long authorityId, String name) {
        this.authorityId = authorityId;
        this.name = name.strip();
    }

    void change(Integer seen, String newName, boolean shut) {
        Conflict.unlessSame(ref(), seen, version);
        name = newName.strip();
        closed = shut;
    }

    /** Refuses with {@code store.closed}. */
    void unlessClosed() {
        if (closed) {
            throw new Refused("store.closed", name);
        }
    }

    Ref ref() {
        return new Ref("Store", id, name).ofAuthority(authorityId);
    }

    Long id() {
        return id;
    }

    Long authorityId() {
        return authorityId;
    }

    String name() {
        return name;
    }
}
