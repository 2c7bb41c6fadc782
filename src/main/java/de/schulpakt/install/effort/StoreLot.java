package de.schulpakt.install.effort;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** What came into a store at once. */
@Entity
@Table(name = "store_lot")
class StoreLot {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "store_id")
    private Long storeId;
    @Column(name = "article")
    private String article;
    @Column(name = "unit")
    private String unit;
    @Column(name = "amount")
    private BigDecimal amount;
    @Column(name = "left_amount")
    private BigDecimal leftAmount;
    @Column(name = "cost_cents")
    private long costCents;
    @Column(name = "left_cents")
    private long leftCents;
    @Column(name = "budget_id")
    private Long budgetId;
    @Column(name = "source")
    private String source;
    @Column(name = "order_line_id")
    private Long orderLineId;
    @Column(name = "taken_back")
    private boolean takenBack;
    @Column(name = "received_on")
    private LocalDate receivedOn;
    @Column(name = "from_lot_id")
    private Long fromLotId;
    @Version
    @Column(name = "version")
    private int version;

    protected StoreLot() {
    }

    StoreLot(Long storeId, String article, String unit, BigDecimal amount, long costCents, String source, LocalDate on) {
        this.storeId = storeId;
        this.article = article;
        this.unit = unit;
        this.amount = amount;
        this.leftAmount = amount;
        this.costCents = costCents;
        this.leftCents = costCents;
        this.source = source;
        this.receivedOn = on;
    }

    /** It came for a line of an order, which this budget pays. */
    StoreLot of(Long orderLine, Long budget) {
        this.orderLineId = orderLine;
        this.budgetId = budget;
        return this;
    }

    /** It did not go into this store after all: all of it leaves. */
    void takeBack() {
        this.takenBack = true;
        take(leftAmount);
    }

    /** The line of the order for which it came, null for none. */
    Long orderLineId() {
        return orderLineId;
    }

    /** The part of a lot that goes into another store. */
    static StoreLot moved(StoreLot from, Long storeId, BigDecimal amount, long cents) {
        StoreLot lot = new StoreLot(storeId, from.article, from.unit, amount, cents, from.source, from.receivedOn);
        lot.budgetId = from.budgetId;
        lot.fromLotId = from.id;
        return lot;
    }

    /** Takes out at most so much; what it cost: its share, and the rest with the last of it. */
    long take(BigDecimal wanted) {
        long cents = wanted.compareTo(leftAmount) == 0 ? leftCents
                : BigDecimal.valueOf(leftCents).multiply(wanted).divide(leftAmount, 0, RoundingMode.HALF_UP).longValueExact();
        leftAmount = leftAmount.subtract(wanted);
        leftCents -= cents;
        return cents;
    }

    /** Puts back what was taken out. */
    void put(BigDecimal back, long cents) {
        leftAmount = leftAmount.add(back);
        leftCents += cents;
    }

    /** Another amount and cost, as nothing has left it yet. */
    void correct(BigDecimal newAmount, long cents) {
        amount = newAmount;
        leftAmount = newAmount;
        costCents = cents;
        leftCents = cents;
    }

    void paidBy(Long budget) {
        budgetId = budget;
    }

    void unlessSame(Integer seen) {
        Conflict.unlessSame(new Ref("StoreLot", id, article), seen, version);
    }

    boolean whole() {
        return leftAmount.compareTo(amount) == 0;
    }

    Long id() {
        return id;
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

    BigDecimal left() {
        return leftAmount;
    }

    long costCents() {
        return costCents;
    }

    Long budgetId() {
        return budgetId;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }
}
