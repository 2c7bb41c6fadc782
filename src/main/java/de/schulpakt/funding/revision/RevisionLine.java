package de.schulpakt.funding.revision;

import de.schulpakt.funding.application.Applications;
import de.schulpakt.funding.application.Binding;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** What a version makes of a position, and what stood there before: eligible expenditure, own share included, in cents. */
@Entity
@Table(name = "revision_line")
class RevisionLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "revision_id")
    private Long revisionId;
    @Column(name = "position_id")
    private Long positionId;
    @Column(name = "school_id")
    private Long schoolId;
    @Enumerated(EnumType.STRING)
    @Column(name = "category")
    private Category category;
    @Column(name = "fresh")
    private boolean fresh;
    @Column(name = "description")
    private String description;
    @Column(name = "description_before")
    private String descriptionBefore;
    @Column(name = "applied_before")
    private long appliedBefore;
    @Column(name = "from_cents")
    private long fromCents;
    @Column(name = "to_cents")
    private long toCents;
    @Column(name = "decided_cents")
    private Long decidedCents;
    @Column(name = "why")
    private String why;

    @Column(name = "quantity")
    private Integer quantity;
    @Column(name = "unit_cents")
    private Long unitCents;
    @Column(name = "measure_from_on")
    private LocalDate measureFrom;
    @Column(name = "measure_to_on")
    private LocalDate measureTo;

    protected RevisionLine() {
    }

    /** A line about a position. */
    RevisionLine(Long revisionId, Binding.Position position) {
        this.revisionId = revisionId;
        this.positionId = position.id();
        this.schoolId = position.schoolId();
        this.category = position.category();
        seen(position);
    }

    /** A line about a position that there was not. */
    RevisionLine(Long revisionId, Long schoolId, Category category) {
        this.revisionId = revisionId;
        this.schoolId = schoolId;
        this.category = category;
        this.fresh = true;
    }

    /** What stands there now. */
    final void seen(Binding.Position position) {
        this.descriptionBefore = position.description();
        this.appliedBefore = position.appliedCents();
        this.fromCents = position.approvedCents();
    }

    void write(String newDescription, Money to, String reason) {
        this.description = newDescription == null || newDescription.isBlank() ? descriptionBefore : newDescription.strip();
        this.toCents = to.cents();
        this.why = reason.strip();
    }

    /** How many at which price, and when: of a new position. */
    void extent(Revisions.Extent extent) {
        if (extent.measureFrom() != null && extent.measureTo() != null && extent.measureTo().isBefore(extent.measureFrom())) {
            throw new Refused("position.measure_ends_before", extent.measureTo(), extent.measureFrom());
        }
        this.quantity = extent.quantity();
        this.unitCents = extent.unitCents();
        this.measureFrom = extent.measureFrom();
        this.measureTo = extent.measureTo();
    }

    Integer quantity() {
        return quantity;
    }

    Long unitCents() {
        return unitCents;
    }

    LocalDate measureFrom() {
        return measureFrom;
    }

    LocalDate measureTo() {
        return measureTo;
    }

    private Applications.Detail detail() {
        return fresh ? new Applications.Detail(quantity, unitCents, measureFrom, measureTo, null, null) : null;
    }

    /** Keeps what was decided: between what stood there and what was asked for. */
    void decide(Money decided) {
        if (decided.cents() < Math.min(fromCents, toCents) || decided.cents() > Math.max(fromCents, toCents)) {
            throw new Refused("revision.decided_outside", description, from(), to(), decided);
        }
        this.decidedCents = decided.cents();
    }

    /** The position that a decision has made. */
    void became(Long position) {
        this.positionId = position;
    }

    Long id() {
        return id;
    }

    Long positionId() {
        return positionId;
    }

    Long schoolId() {
        return schoolId;
    }

    Category category() {
        return category;
    }

    boolean fresh() {
        return fresh;
    }

    String why() {
        return why;
    }

    String description() {
        return description;
    }

    Money from() {
        return Money.of(fromCents);
    }

    Money to() {
        return Money.of(toCents);
    }

    Money decided() {
        return Money.of(decidedCents);
    }

    /** True if neither amount nor words change. */
    boolean changesNothing() {
        return !fresh && fromCents == toCents && description.equals(descriptionBefore);
    }

    private String source() {
        return "revision_line:" + id;
    }

    /** What a decision makes of the position. A revocation asks for nothing: what was applied for stays. What was refused changes no words either. */
    Binding.Bound bound(boolean asked) {
        if (!fresh && toCents != fromCents && decidedCents == fromCents) {
            return new Binding.Bound(source(), positionId, schoolId, category, descriptionBefore, Money.of(appliedBefore), decided(), null);
        }
        long applied = Math.max(asked ? toCents : appliedBefore, decidedCents);
        return new Binding.Bound(source(), positionId, schoolId, category, description, Money.of(applied == 0 ? appliedBefore : applied), decided(), detail());
    }

    /** What the counter-step makes of it. */
    Binding.Bound before() {
        return new Binding.Bound(source() + ":r", positionId, schoolId, category, fresh ? description : descriptionBefore, Money.of(fresh ? toCents : appliedBefore), from(), null);
    }
}
