package de.schulpakt.procurement.catalogue;

import de.schulpakt.platform.text.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** From when to when an article is offered at a price, gross. */
@Entity
@Table(name = "offer_period")
class OfferPeriod {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "item_id")
    private Long itemId;
    @Column(name = "from_on")
    private LocalDate fromOn;
    @Column(name = "to_on")
    private LocalDate toOn;
    @Column(name = "price_cents")
    private long priceCents;
    @Column(name = "vat_bp")
    private int vatBp;

    protected OfferPeriod() {
    }

    OfferPeriod(Long itemId, LocalDate fromOn, LocalDate toOn, long priceCents, int vatBp) {
        this.itemId = itemId;
        this.fromOn = fromOn;
        this.toOn = toOn;
        this.priceCents = priceCents;
        this.vatBp = vatBp;
    }

    /** Its last day is another one, null for none. */
    void until(LocalDate day) {
        this.toOn = day;
    }

    /** It says otherwise since its first day. */
    void say(LocalDate day, long price, int vat) {
        this.toOn = day;
        this.priceCents = price;
        this.vatBp = vat;
    }

    Long id() {
        return id;
    }

    Long itemId() {
        return itemId;
    }

    LocalDate fromOn() {
        return fromOn;
    }

    LocalDate toOn() {
        return toOn;
    }

    long priceCents() {
        return priceCents;
    }

    int vatBp() {
        return vatBp;
    }

    Money price() {
        return Money.of(priceCents);
    }
}
