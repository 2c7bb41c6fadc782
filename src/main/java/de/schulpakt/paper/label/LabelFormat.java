package de.schulpakt.paper.label;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A sheet or roll of labels; all sizes in hundredths of a millimetre. */
@Entity
@Table(name = "label_format")
class LabelFormat {
    @Id
    private Long id;
    @Column(name = "code")
    private String code;
    @Column(name = "name")
    private String name;
    @Column(name = "place")
    private int place;
    @Column(name = "page_w")
    private int pageWidth;
    @Column(name = "page_h")
    private int pageHeight;
    @Column(name = "across")
    private int across;
    @Column(name = "down")
    private int down;
    @Column(name = "edge_x")
    private int edgeX;
    @Column(name = "edge_y")
    private int edgeY;
    @Column(name = "step_x")
    private int stepX;
    @Column(name = "step_y")
    private int stepY;
    @Column(name = "label_w")
    private int labelWidth;
    @Column(name = "label_h")
    private int labelHeight;

    protected LabelFormat() {
    }
}
