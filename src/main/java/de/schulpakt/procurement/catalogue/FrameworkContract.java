package de.schulpakt.procurement.catalogue;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.text.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** A framework contract with a supplier: orders call it off until its volume, net, is used or its term has ended. */
@Entity
@Table(name = "framework_contract")
class FrameworkContract {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "supplier_id")
    private Long supplierId;
    @Column(name = "no")
    private String no;
    @Column(name = "title")
    private String title;
    @Column(name = "volume_cents")
    private Long volumeCents;
    @Column(name = "from_on")
    private LocalDate fromOn;
    @Column(name = "to_on")
    private LocalDate toOn;
    @Column(name = "refuses")
    private boolean refuses;
    @Version
    @Column(name = "version")
    private int version;

    protected FrameworkContract() {
    }

    FrameworkContract(Contracts.Create cmd) {
        this.supplierId = cmd.supplierId();
        this.no = cmd.no().strip();
        describe(cmd.facts());
    }

    /** Changes it; supplier and number stay, because articles and orders name them. */
    void change(Integer seen, Contracts.Facts facts) {
        Conflict.unlessSame(ref(), seen, version);
        describe(facts);
    }

    private void describe(Contracts.Facts facts) {
        this.title = facts.title().strip();
        this.volumeCents = facts.volumeCents();
        this.fromOn = facts.fromOn();
        this.toOn = facts.toOn();
        this.refuses = facts.refuses();
    }

    /** True if nothing can be called off on that day. */
    boolean closed(LocalDate day) {
        return fromOn != null && day.isBefore(fromOn) || toOn != null && day.isAfter(toOn);
    }

    Long id() {
        return id;
    }

    String no() {
        return no;
    }

    /** Net, null if none is agreed. */
    Money volume() {
        return volumeCents == null ? null : Money.of(volumeCents);
    }

    boolean refuses() {
        return refuses;
    }

    Ref ref() {
        return new Ref("FrameworkContract", id, no);
    }
}
