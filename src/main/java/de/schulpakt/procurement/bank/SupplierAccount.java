package de.schulpakt.procurement.bank;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** An account to which a supplier is paid. */
@Entity
@Table(name = "supplier_account")
class SupplierAccount implements Stateful<SupplierAccountState, SupplierAccountAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "supplier_id")
    private Long supplierId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private SupplierAccountState state;
    @Column(name = "holder")
    private String holder;
    @Column(name = "iban")
    private String iban;
    @Column(name = "bic")
    private String bic;
    @Column(name = "source")
    private String source;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    @Column(name = "version")
    private int version;

    protected SupplierAccount() {
    }

    SupplierAccount(Long supplierId, SupplierAccounts.Propose cmd, Instant now) {
        this.supplierId = supplierId;
        this.state = SupplierAccountState.PROPOSED;
        this.holder = cmd.holder().strip();
        this.iban = Sepa.iban(cmd.iban());
        this.bic = Sepa.bic(cmd.bic());
        this.source = cmd.source().strip();
        this.createdAt = now;
    }

    @Override
    public Transitions<SupplierAccountState, SupplierAccountAction> flow() {
        return SupplierAccountFlow.FLOW;
    }

    @Override
    public Change<SupplierAccountState> apply(SupplierAccountAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        return follow(action);
    }

    /** A step that needs nobody who saw a version. The only place that writes state. */
    Change<SupplierAccountState> follow(SupplierAccountAction action) {
        Change<SupplierAccountState> change = SupplierAccountFlow.FLOW.step(state, action);
        this.state = change.to();
        return change;
    }

    Long id() {
        return id;
    }

    Long supplierId() {
        return supplierId;
    }

    @Override
    public SupplierAccountState state() {
        return state;
    }

    @Override
    public Ref ref() {
        return new Ref("SupplierAccount", id, Sepa.name(holder));
    }
}
