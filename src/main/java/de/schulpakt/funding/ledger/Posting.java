package de.schulpakt.funding.ledger;

import de.schulpakt.platform.text.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Objects;

/** One line of the ledger; written once, never changed. Amounts gross, own share included, in cents. */
@Entity
@Table(name = "posting")
class Posting {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "budget_id")
    private Long budgetId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private PostingKind kind;
    @Column(name = "amount_cents")
    private long amountCents;
    @Column(name = "resolves_id")
    private Long resolvesId;
    @Column(name = "source")
    private String source;
    @Column(name = "actor_id")
    private Long actorId;
    @Column(name = "actor")
    private String actor;
    @Column(name = "at")
    private Instant at;
    @Column(name = "note")
    private String note;
    @Column(name = "own_money")
    private boolean ownMoney;
    @Transient
    private long boundCents;

    protected Posting() {
    }

    /** @param resolves the reservation or commitment that this posting ends, null if it ends none */
    Posting(Long budgetId, PostingKind kind, Money amount, Posting resolves, String source, String note) {
        this.budgetId = budgetId;
        this.kind = kind;
        this.amountCents = amount.cents();
        this.resolvesId = resolves == null ? null : resolves.id;
        this.source = source;
        this.boundCents = (kind.binds() ? amountCents : 0) - (resolves == null ? 0 : resolves.amountCents);
        this.note = note == null || note.isBlank() ? null : note.strip();
    }

    Long id() {
        return id;
    }

    /** What caused it, without the number of the payer. */
    String cause() {
        return source.replaceFirst(":p\\d+$", "");
    }

    Long budgetId() {
        return budgetId;
    }

    PostingKind kind() {
        return kind;
    }

    Money amount() {
        return Money.of(amountCents);
    }

    /** What it binds of the application's money on balance: less than nothing where more is freed. Known while it is written. */
    long boundCents() {
        return boundCents;
    }

    Instant at() {
        return at;
    }

    boolean isOf(Long budget) {
        return Objects.equals(budgetId, budget);
    }

    /** Lists of grant money leave out what moves own money. */
    void of(BudgetKind budget) {
        this.ownMoney = budget == BudgetKind.OWN_MONEY;
    }

    void signedBy(Long actorId, String actor, Instant at) {
        this.actorId = actorId;
        this.actor = actor;
        this.at = at;
    }
}
