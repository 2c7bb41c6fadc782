package de.schulpakt.procurement.finance;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** Postings that went to the finance system with one file. Its parts are {@link FinanceLine}s. */
@Entity
@Table(name = "finance_run")
class FinanceRun implements Stateful<FinanceState, FinanceAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "authority_id")
    private Long authorityId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private FinanceState state;
    @Column(name = "until_on")
    private LocalDate untilOn;
    @Column(name = "items")
    private int items;
    @Column(name = "total_cents")
    private long totalCents;
    /** Kept so that a file can be made again as it was; read in the database only. */
    @Embedded
    @SuppressWarnings("unused")
    private FinanceFormat format;
    @Column(name = "sha256")
    private String sha256;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    @Column(name = "version")
    private int version;

    protected FinanceRun() {
    }

    FinanceRun(String no, Long authorityId, LocalDate untilOn, FinanceQueries.Format format, Made made, Instant now) {
        this.no = no;
        this.authorityId = authorityId;
        this.state = FinanceState.EXPORTED;
        this.untilOn = untilOn;
        this.items = made.items();
        this.totalCents = made.totalCents();
        this.format = new FinanceFormat(format);
        this.sha256 = made.sha256();
        this.createdAt = now;
    }

    /** What its file holds. */
    record Made(int items, long totalCents, String sha256) {
    }

    @Override
    public Transitions<FinanceState, FinanceAction> flow() {
        return FinanceFlow.FLOW;
    }

    @Override
    public Change<FinanceState> apply(FinanceAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<FinanceState> change = FinanceFlow.FLOW.step(state, action);
        this.state = change.to();
        return change;
    }

    Long id() {
        return id;
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public FinanceState state() {
        return state;
    }

    @Override
    public Ref ref() {
        return new Ref("FinanceRun", id, no).ofAuthority(authorityId);
    }
}
