package de.schulpakt.paper.label.web;

import de.schulpakt.paper.label.LabelFormats;
import de.schulpakt.paper.label.LabelQueries;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The sheets and rolls for labels, and the one that the address names; sizes are typed in millimetres. */
@Named
@ViewScoped
public class LabelFormatsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";
    @Inject
    transient LabelQueries queries;
    @Inject
    transient LabelFormats formats;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private transient List<LabelQueries.Measured> rows;
    private transient List<HistoryEntry> timeline;
    private Long id;
    private Integer version;
    private boolean adding;
    private final Form form = new Form();

    /** Reads the formats, and the one that the address names. */
    public void load() {
        act.show(() -> {
            adding = NEW.equals(here.param("format"));
            id = adding ? null : Params.number(here.param("format"));
            LabelQueries.Measured one = getChosen();
            if (one != null) {
                version = one.version();
                form.put("name", one.name());
                form.put("offered", one.offered());
                LabelFormats.Measures m = one.measures();
                form.put("across", m.across());
                form.put("down", m.down());
                put("pageWidth", m.pageWidth());
                put("pageHeight", m.pageHeight());
                put("edgeX", m.edgeX());
                put("edgeY", m.edgeY());
                put("stepX", m.stepX());
                put("stepY", m.stepY());
                put("labelWidth", m.labelWidth());
                put("labelHeight", m.labelHeight());
            }
        });
    }

    private void put(String field, Integer hundredths) {
        form.put(field, mm(hundredths));
    }

    /** Keeps the form. */
    public String save() {
        return adding ? act.run(() -> "formats?faces-redirect=true&format=" + formats.create(new LabelFormats.Create(form.text("code"), form.text("name"), measures())), "label.format_added")
                : act.run(() -> formats.change(id, new LabelFormats.Change(version, form.text("name"), measures(), form.ticked("offered"))), "label.format_kept", self());
    }

    /** It is again as it was before. */
    public String restore(Long before) {
        return act.run(() -> formats.restore(id, new LabelFormats.Restore(version, before)), "label.format_kept", self());
    }

    private String self() {
        return "formats?faces-redirect=true&format=" + id;
    }

    private LabelFormats.Measures measures() {
        return new LabelFormats.Measures(hundredths("pageWidth"), hundredths("pageHeight"), form.whole("across"), form.whole("down"), hundredths("edgeX"), hundredths("edgeY"),
                hundredths("stepX"), hundredths("stepY"), hundredths("labelWidth"), hundredths("labelHeight"));
    }

    private Integer hundredths(String field) {
        BigDecimal millimetres = form.decimal(field);
        return millimetres == null ? null : (int) Math.min(Integer.MAX_VALUE, millimetres.movePointRight(2).setScale(0, RoundingMode.HALF_UP).abs().longValue());
    }

    /** As people write millimetres. */
    public String mm(Integer hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /** Read once per request of the browser. */
    public List<LabelQueries.Measured> getRows() {
        if (rows == null) {
            rows = queries.measured();
        }
        return rows;
    }

    /** The one that the address names, null for none. */
    public LabelQueries.Measured getChosen() {
        return id == null ? null : getRows().stream().filter(r -> r.id().equals(id)).findFirst().orElse(null);
    }

    /** What was changed of it, newest first. */
    public List<HistoryEntry> getTimeline() {
        if (timeline == null) {
            timeline = id == null ? List.of() : queries.formatHistory(id);
        }
        return timeline;
    }

    /** The name under which what is typed is kept on the server: what was typed on an older version is another one. */
    public String getDraft() {
        return adding ? "label-format-new" : "label-format-" + id + "-" + version;
    }

    public boolean isAdding() {
        return adding;
    }

    public Form getForm() {
        return form;
    }
}
