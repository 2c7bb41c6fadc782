package de.schulpakt.procurement.catalogue;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.text.Money;
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
    @Column(name = "valid_from")
    private LocalDate validFrom;
    @Column(name = "valid_to")
    private LocalDate validTo;
    @Column(name = "term_months")
    private Integer termMonths;
    @Column(name = "active")
    private boolean active;
    @Version
    @Column(name = "version")
    private int version;

    protected CatalogueItem() {
    }

    CatalogueItem(Catalogue.CreateItem cmd) {
        this.modelId = cmd.modelId();
        this.supplierId = cmd.supplierId();
        this.active = true;
        describe(cmd.name(), cmd.category(), cmd.priceCents(), cmd.vatBp(), cmd.contract(), cmd.validTo(), cmd.termMonths());
    }

    /** Changes what may change; model and supplier stay, because orders point at them. */
    void change(Catalogue.ChangeItem cmd) {
        Conflict.unlessSame(ref(), cmd.version(), version);
        this.active = cmd.active();
        describe(cmd.name(), cmd.category(), cmd.priceCents(), cmd.vatBp(), cmd.contract(), cmd.validTo(), cmd.termMonths());
    }

    private void describe(String name, Category category, Long priceCents, Integer vatBp, String contract, LocalDate validTo,
            Integer term) {
        this.name = name.strip();
        this.category = category;
        this.priceCents = priceCents;
        this.vatBp = vatBp;
        this.contract = contract == null || contract.isBlank() ? null : contract.strip();
        this.validTo = validTo;
        this.termMonths = term;
    }

    /** Its offer has begun on this day. */
    void from(LocalDate day) {
        this.validFrom = day;
    }

    /** Its offer ends on this day, null without end. */
    void until(LocalDate day) {
        this.validTo = day;
    }

    /** Another offer begins. */
    void turn(OfferPeriod offer) {
        this.priceCents = offer.priceCents();
        this.vatBp = offer.vatBp();
        this.validFrom = offer.fromOn();
        this.validTo = offer.toOn();
    }

    /** What the other rooms may know of it on a day on which another offer has begun than stands here. */
    Article article(OfferPeriod begun) {
        return new Article(id, modelId, supplierId, name, category, begun.price(), begun.vatBp(), active, begun.toOn());
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validTo() {
        return validTo;
    }

    int vatBp() {
        return vatBp;
    }

    /** Who saw another version gets a conflict. */
    void seen(Integer version) {
        Conflict.unlessSame(ref(), version, this.version);
    }

    /** What the other rooms may know of it. */
    Article article() {
        return new Article(id, modelId, supplierId, name, category, price(), vatBp, active, validTo);
    }

    Long id() {
        return id;
    }

    Money price() {
        return Money.of(priceCents);
    }

    Ref ref() {
        return new Ref("CatalogueItem", id, name);
    }
}
