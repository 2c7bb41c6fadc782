package de.schulpakt.paper.label;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How a format was before it was changed. */
@Entity
@Table(name = "label_format_before")
class LabelFormatBefore {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "format_id")
    private Long formatId;
    @Column(name = "name")
    private String name;
    @Embedded
    private LabelSizes sizes;
    @Column(name = "replaced_at")
    private Instant replacedAt;
    @Column(name = "replaced_by")
    private String replacedBy;

    protected LabelFormatBefore() {
    }

    LabelFormatBefore(LabelFormat format, Instant at, String by) {
        formatId = format.id();
        name = format.name();
        sizes = new LabelSizes(format.sizes().measures());
        replacedAt = at;
        replacedBy = by;
    }

    Long formatId() {
        return formatId;
    }

    String name() {
        return name;
    }

    LabelSizes sizes() {
        return sizes;
    }
}
