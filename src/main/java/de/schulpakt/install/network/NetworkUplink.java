package de.schulpakt.install.network;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.text.Fold;
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

/** How a building reaches the Internet; one for each. */
@Entity
@Table(name = "network_uplink")
class NetworkUplink {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "building_id")
    private Long buildingId;
    @Enumerated(EnumType.STRING)
    @Column(name = "technology")
    private UplinkTechnology technology;
    @Column(name = "down_mbit")
    private Integer downMbit;
    @Column(name = "up_mbit")
    private Integer upMbit;
    @Column(name = "provider")
    private String provider;
    /** Day on which fibre is planned. */
    @Column(name = "fibre_on")
    private LocalDate fibreOn;
    @Column(name = "note")
    private String note;
    @Column(name = "port_id")
    private Long portId;
    /** Boxed, as a building without uplink has none: a bare number would be 0 there. */
    @Version
    @Column(name = "version")
    private Integer version;

    protected NetworkUplink() {
    }

    NetworkUplink(Long schoolId, Long buildingId) {
        this.schoolId = schoolId;
        this.buildingId = buildingId;
    }

    void is(NetworkPlans.SetUplink cmd) {
        technology = cmd.technology();
        downMbit = cmd.downMbit();
        upMbit = cmd.upMbit();
        provider = Fold.text(cmd.provider());
        fibreOn = cmd.fibreOn();
        note = Fold.text(cmd.note());
        portId = cmd.portId();
    }

    void seen(Integer by, String building) {
        Conflict.unlessSame(ref(building), by, version);
    }

    Ref ref(String building) {
        return new Ref("NetworkUplink", id, building).ofSchool(schoolId);
    }

    Long id() {
        return id;
    }
}
