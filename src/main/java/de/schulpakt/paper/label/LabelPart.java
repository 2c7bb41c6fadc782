package de.schulpakt.paper.label;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A file of labels that were made in the background. */
@Entity
@Table(name = "label_part")
class LabelPart {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "job_id")
    private Long jobId;
    @Column(name = "part_no")
    private int partNo;
    @Column(name = "things")
    private int things;
    @Column(name = "labels")
    private int labels;
    @Column(name = "content")
    private byte[] content;

    protected LabelPart() {
    }

    LabelPart(Long jobId, int partNo, int things, int labels, byte[] content) {
        this.jobId = jobId;
        this.partNo = partNo;
        this.things = things;
        this.labels = labels;
        this.content = content;
    }
}
