package de.schulpakt.platform.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a person has typed into a form and not yet sent; {@link Drafts} writes the rows. */
@Entity
@Table(name = "draft")
class DraftRow {
    @Id
    private Long id;
    @Column(name = "person_id")
    private long personId;
    @Column(name = "form")
    private String form;
    @Column(name = "fields")
    private String fields;
    @Column(name = "kept_at")
    private Instant keptAt;

    protected DraftRow() {
    }
}
