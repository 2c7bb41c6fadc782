package de.schulpakt.procurement;

import de.schulpakt.funding.Category;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Money;
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

/** A device model as a supplier offers it, with the funding category that can pay for it. The price is gross. */
@Entity
@Table(name = "catalogue_item")
class CatalogueItem {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "model_id")
    private Long modelId;
    @Column(name = "supplier_id")
    private Long supplierId;
    @Column(name = "name")
    private String name;
    @Enumerated(EnumType.STRING)
    @Column(name = "category")
    private Category category;
    @Column(name = "price_cents")
    private long priceCents;
    @Column(name = "vat_bp")
    private int vatBp;
    @Column(name = "contract")
    private String contract;
    @Column(name = "valid_to")
    private LocalDate validTo;
    @Column(name = "active")
    private boolean active;
    @Version
    @Column(name = "version")
    private int version;

    protected CatalogueItem() {
    }

    CatalogueItem(CreateItem cmd) {
        this.modelId = cmd.modelId();
        this.supplierId = cmd.supplierId();
        this.active = true;
        describe(cmd.name(), cmd.category(), cmd.priceCents(), cmd.vatBp(), cmd.contract(), cmd.validTo());
    }

    /** Changes what may change; model and supplier stay, because orders point at them. */
    void change(ChangeItem cmd) {
        Conflict.unlessSame(ref(), cmd.version(), version);
        this.active = cmd.active();
        describe(cmd.name(), cmd.category(), cmd.priceCents(), cmd.vatBp(), cmd.contract(), cmd.validTo());
    }

    private void describe(String name, Category category, Long priceCents, Integer vatBp, String contract, LocalDate validTo) {
        this.name = name.strip();
        this.category = category;
        this.priceCents = priceCents;
        this.vatBp = vatBp;
        this.contract = contract == null || contract.isBlank() ? null : contract.strip();
        this.validTo = validTo;
    }

    /** Refuses {@code item.inactive} and {@code item.expired}: what cannot be called off any more. */
    void refuseUnlessOffered(LocalDate day) {
        if (!active) {
            throw new Refused("item.inactive", name);
        }
        if (validTo != null && validTo.isBefore(day)) {
            throw new Refused("item.expired", name, validTo);
        }
    }

    Long id() {
        return id;
    }

    Long modelId() {
        return modelId;
    }

    Long supplierId() {
        return supplierId;
    }

    String name() {
        return name;
    }

    Category category() {
        return category;
    }

    Money price() {
        return Money.of(priceCents);
    }

    int vatBp() {
        return vatBp;
    }

    Ref ref() {
        return new Ref("CatalogueItem", id, name);
    }
}
