package de.schulpakt.inventory.terms;

import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** An edition of the terms of an authority. */
@Entity
@Table(name = "loan_terms")
class LoanTerms {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "edition")
    private int edition;
    @Column(name = "text")
    private String text;
    @Column(name = "valid_on")
    private LocalDate validOn;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "made_by")
    private String madeBy;

    protected LoanTerms() {
    }

    LoanTerms(Terms.Publish cmd, int edition, Instant at, String by) {
        this.authorityId = cmd.authorityId();
        this.edition = edition;
        this.text = cmd.text().strip();
        this.validOn = cmd.validOn();
        this.madeAt = at;
        this.madeBy = by;
    }

    Long id() {
        return id;
    }

    Ref ref() {
        return new Ref("LoanTerms", id, String.valueOf(edition)).ofAuthority(authorityId);
    }
}
