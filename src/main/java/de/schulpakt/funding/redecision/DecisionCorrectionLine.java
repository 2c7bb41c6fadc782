package de.schulpakt.funding.redecision;

import de.schulpakt.platform.text.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a correction of a decision grants a position, and what it had: eligible expenditure, own share included, in cents. */
@Entity
@Table(name = "decision_correction_line")
class DecisionCorrectionLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "correction_id")
    private Long correctionId;
    @Column(name = "position_id")
    private Long positionId;
    @Column(name = "from_cents")
    private long fromCents;
    @Column(name = "to_cents")
    private long toCents;

    protected DecisionCorrectionLine() {
    }

    DecisionCorrectionLine(Long correctionId, Long positionId, Money from, Money to) {
        this.correctionId = correctionId;
        this.positionId = positionId;
        this.fromCents = from.cents();
        this.toCents = to.cents();
    }

    Long positionId() {
        return positionId;
    }

    Money from() {
        return Money.of(fromCents);
    }

    Money to() {
        return Money.of(toCents);
    }

    /** The source of its posting. */
    String source() {
        return "decision_correction_line:" + id;
    }
}
