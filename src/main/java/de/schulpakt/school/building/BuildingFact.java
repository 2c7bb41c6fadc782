package de.schulpakt.school.building;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.text.Fold;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** What is known of a building. */
@Entity
@Table(name = "building_fact")
class BuildingFact {
    @Id
    @Column(name = "building_id")
    private Long buildingId;
    @Column(name = "built_year")
    private Integer builtYear;
    @Enumerated(EnumType.STRING)
    @Column(name = "listed")
    private Listed listed;
    @Enumerated(EnumType.STRING)
    @Column(name = "fibre")
    private Fibre fibre;
    @Column(name = "mbit")
    private Integer mbit;
    @Enumerated(EnumType.STRING)
    @Column(name = "supply")
    private Power supply;
    @Column(name = "source")
    private String source;
    @Column(name = "recorded_by")
    private String recordedBy;
    @Column(name = "recorded_at")
    private Instant recordedAt;
    /** Null in an outer join says that nothing is recorded. */
    @Version
    @Column(name = "version")
    private Integer version;

    protected BuildingFact() {
    }

    BuildingFact(Long buildingId, BuildingFacts.Describe facts, String by, Instant at) {
        this.buildingId = buildingId;
        write(facts, by, at);
    }

    void unlessChangedSince(Integer seen) {
        Conflict.unlessSame(new Ref("Building", buildingId, source), seen, version);
    }

    final void write(BuildingFacts.Describe facts, String by, Instant at) {
        this.builtYear = facts.builtYear();
        this.listed = facts.listed();
        this.fibre = facts.fibre();
        this.mbit = facts.mbit();
        this.supply = facts.supply();
        this.source = Fold.text(facts.source());
        this.recordedBy = by;
        this.recordedAt = at;
    }
}
