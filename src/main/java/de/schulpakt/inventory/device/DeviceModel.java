package de.schulpakt.inventory.device;

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

/** What a maker builds and a catalogue offers. */
@Entity
@Table(name = "device_model")
class DeviceModel {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "maker")
    private String maker;
    @Column(name = "name")
    private String name;
    @Column(name = "part_no")
    private String partNo;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private ModelKind kind;
    @Column(name = "needs_network")
    private boolean needsNetwork;
    @Column(name = "ended_on")
    private LocalDate endedOn;
    @Column(name = "warranty_months")
    private Integer warrantyMonths;
    @Version
    @Column(name = "version")
    private int version;

    protected DeviceModel() {
    }

    DeviceModel(DeviceModels.Create cmd) {
        this.maker = cmd.maker().strip();
        this.name = cmd.name().strip();
        this.partNo = cmd.partNo() == null || cmd.partNo().isBlank() ? null : cmd.partNo().strip();
        this.kind = cmd.kind();
        this.needsNetwork = cmd.needsNetwork();
    }

    /** Other facts; who saw another version gets a conflict. */
    void change(DeviceModels.Change cmd) {
        Conflict.unlessSame(ref(), cmd.version(), version);
        this.maker = cmd.maker().strip();
        this.name = cmd.name().strip();
        this.partNo = cmd.partNo() == null || cmd.partNo().isBlank() ? null : cmd.partNo().strip();
        this.needsNetwork = cmd.needsNetwork();
    }

    /** What is delivered from now on is under warranty for so many months; null for not known. */
    void warranted(Integer seen, Integer months) {
        Conflict.unlessSame(ref(), seen, version);
        warrantyMonths = months;
    }

    Integer warrantyMonths() {
        return warrantyMonths;
    }

    /** It is not to be bought any more; refuses {@code model.ended} if it is not already. */
    void end(Integer seen, LocalDate today) {
        Conflict.unlessSame(ref(), seen, version);
        if (endedOn != null) {
            throw new Refused("model.ended", label());
        }
        endedOn = today;
    }

    /** It is to be bought again; refuses {@code model.running} if it is. */
    void resume(Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        if (endedOn == null) {
            throw new Refused("model.running", label());
        }
        endedOn = null;
    }

    Ref ref() {
        return new Ref("DeviceModel", id, label()).ofNobody();
    }

    Long id() {
        return id;
    }

    boolean needsNetwork() {
        return needsNetwork;
    }

    /** True if it is paid and never becomes a device. */
    boolean isService() {
        return kind == ModelKind.SERVICE;
    }

    /** Maker and name, as people say it. */
    String label() {
        return maker + " " + name;
    }
}
