package de.schulpakt.funding.settlement;

import de.schulpakt.platform.text.SentenceJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a drawdown asks for one expenditure, or as a part of the plan. Amounts in cents. */
@Entity
@Table(name = "drawdown_line")
class DrawdownLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "drawdown_id")
    private Long drawdownId;
    @Column(name = "budget_id")
    private Long budgetId;
    @Column(name = "posting_id")
    private Long postingId;
    @Column(name = "eligible_cents")
    private long eligibleCents;
    @Column(name = "grant_cents")
    private long grantCents;
    /** What rules that nobody had confirmed said against it when it was taken along, as sentences; null for nothing. */
    @Column(name = "doubts")
    private String doubts;
    @Column(name = "live")
    private Integer live;

    protected DrawdownLine() {
    }

    DrawdownLine(Long drawdownId, Proposal.Line line) {
        this.drawdownId = drawdownId;
        this.budgetId = line.budgetId();
        this.postingId = line.postingId();
        this.eligibleCents = line.eligible().cents();
        this.grantCents = line.grant().cents();
        this.doubts = line.doubts().isEmpty() ? null : SentenceJson.write(line.doubts());
        this.live = 1;
    }
}
