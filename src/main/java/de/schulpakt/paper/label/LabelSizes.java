package de.schulpakt.paper.label;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The measures of a sheet or roll, in hundredths of a millimetre, and how many labels it has across and down. */
@Embeddable
class LabelSizes {
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

    protected LabelSizes() {
    }

    LabelSizes(LabelFormats.Measures m) {
        pageWidth = m.pageWidth();
        pageHeight = m.pageHeight();
        across = m.across();
        down = m.down();
        edgeX = m.edgeX();
        edgeY = m.edgeY();
        stepX = m.stepX();
        stepY = m.stepY();
        labelWidth = m.labelWidth();
        labelHeight = m.labelHeight();
    }

    /** The same as they are typed. */
    LabelFormats.Measures measures() {
        return new LabelFormats.Measures(pageWidth, pageHeight, across, down, edgeX, edgeY, stepX, stepY, labelWidth, labelHeight);
    }
}
