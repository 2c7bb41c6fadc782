package de.schulpakt.install.effort;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Something came into a lot, or went out. */
@Entity
@Table(name = "store_move")
class StoreMove {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "lot_id")
    private Long lotId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private MoveKind kind;
    @Column(name = "amount")
    private BigDecimal amount;
    @Column(name = "cents")
    private long cents;
    @Column(name = "use_id")
    private Long useId;
    @Column(name = "budget_id")
    private Long budgetId;
    @Column(name = "moved_on")
    private LocalDate movedOn;

    protected StoreMove() {
    }

    StoreMove(StoreLot lot, MoveKind kind, BigDecimal amount, long cents, Long useId, LocalDate on) {
        this.lotId = lot.id();
        this.kind = kind;
        this.amount = amount;
        this.cents = cents;
        this.useId = useId;
        this.budgetId = lot.budgetId();
        this.movedOn = on;
    }

    Long lotId() {
        return lotId;
    }

    BigDecimal amount() {
        return amount;
    }

    long cents() {
        return cents;
    }
}
