package de.schulpakt.install.network;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.text.Fold;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A VLAN of a school with its address range. */
@Entity
@Table(name = "network_vlan")
class NetworkVlan {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    /** Boxed, as a port without VLAN has none: a bare number would be 0 there. */
    @Column(name = "number")
    private Integer number;
    @Column(name = "name")
    private String name;
    @Column(name = "addresses")
    private String addresses;
    @Version
    @Column(name = "version")
    private int version;

    protected NetworkVlan() {
    }

    NetworkVlan(Long schoolId, int number) {
        this.schoolId = schoolId;
        this.number = number;
    }

    void is(String called, String range) {
        name = Fold.text(called);
        addresses = Fold.code(range);
    }

    void seen(Integer by) {
        Conflict.unlessSame(ref(), by, version);
    }

    Ref ref() {
        return new Ref("NetworkVlan", id, String.valueOf(number)).ofSchool(schoolId);
    }

    Long id() {
        return id;
    }

    Long schoolId() {
        return schoolId;
    }

    String name() {
        return name;
    }
}
