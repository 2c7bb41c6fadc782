package de.schulpakt.procurement.finance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A posting in a run, as it was sent. */
@Entity
@Table(name = "finance_line")
class FinanceLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "run_id")
    private Long runId;
    @Column(name = "line_no")
    private int lineNo;
    @Column(name = "reference")
    private String reference;
    @Column(name = "posting_id")
    private Long postingId;
    @Column(name = "open_posting_id")
    private Long openPostingId;
    @Column(name = "account")
    private String account;
    @Column(name = "cost_centre")
    private String costCentre;
    @Column(name = "special_item_no")
    private String specialItemNo;
    @Column(name = "posted_on")
    private LocalDate postedOn;
    @Column(name = "amount_cents")
    private long amountCents;
    @Column(name = "words")
    private String words;

    protected FinanceLine() {
    }

    FinanceLine(Long runId, FinanceQueries.Line line) {
        this.runId = runId;
        this.lineNo = line.lineNo();
        this.reference = line.reference();
        this.postingId = line.postingId();
        this.openPostingId = line.postingId();
        this.account = line.account();
        this.costCentre = line.costCentre();
        this.specialItemNo = line.specialItemNo();
        this.postedOn = line.postedOn();
        this.amountCents = line.amountCents();
        this.words = line.words();
    }

    /** Its run does not count: the posting goes into another one. */
    void free() {
        this.openPostingId = null;
    }
}
