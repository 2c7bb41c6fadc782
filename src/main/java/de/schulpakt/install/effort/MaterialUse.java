package de.schulpakt.install.effort;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Material that a ticket used. */
@Entity
@Table(name = "material_use")
class MaterialUse {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "ticket_id")
    private Long ticketId;
    @Column(name = "store_id")
    private Long storeId;
    @Column(name = "article")
    private String article;
    @Column(name = "unit")
    private String unit;
    @Column(name = "amount")
    private BigDecimal amount;
    @Column(name = "cents")
    private long cents;
    @Column(name = "used_on")
    private LocalDate usedOn;
    @Column(name = "taken_back")
    private boolean takenBack;

    protected MaterialUse() {
    }

    MaterialUse(Long ticketId, Long storeId, String article, String unit, BigDecimal amount, LocalDate on) {
        this.ticketId = ticketId;
        this.storeId = storeId;
        this.article = article;
        this.unit = unit;
        this.amount = amount;
        this.usedOn = on;
    }

    void cost(long sum) {
        cents = sum;
    }

    void takeBack() {
        takenBack = true;
    }

    boolean takenBack() {
        return takenBack;
    }

    Long id() {
        return id;
    }

    Long ticketId() {
        return ticketId;
    }

    Long storeId() {
        return storeId;
    }

    String article() {
        return article;
    }

    String unit() {
        return unit;
    }

    BigDecimal amount() {
        return amount;
    }
}
