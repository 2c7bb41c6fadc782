package de.schulpakt.procurement.receipt.web;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.receipt.BackKind;
import de.schulpakt.procurement.receipt.Returns;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** Goods that had come go back, are exchanged, or turn out never to have come. */
@Named
@ViewScoped
public class BackPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderQueries queries;
    @Inject
    transient Returns returns;
    @Inject
    transient Act act;
    @Inject
    transient Clock clock;
    private Long id;
    private Integer version;
    private Long line;
    private final Form form = new Form();
    private transient OrderQueries.View view;

    /** Reads the order. */
    public void load() {
        act.show(() -> {
            version = getView().version();
            form.put("kind", BackKind.SENT_BACK.name());
            form.put("backOn", clock.today());
        });
    }

    /** They go back. */
    public String back() {
        String outcome = act.run(() -> returns.back(id, new Returns.Back(version, form.choice(BackKind.class, "kind"), line, lines("serials"), form.whole("quantity"),
                form.day("backOn"), lines("newSerials"), form.text("deliveryNoteNo"), form.text("reason"))), "back.done", "order?faces-redirect=true&id=" + id);
        if (outcome == null) {
            view = null;
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    private List<String> lines(String field) {
        String scanned = form.text(field);
        return scanned == null ? List.of() : Arrays.asList(scanned.split("\\R"));
    }

    /** The lines of which something is here. */
    public List<OrderQueries.View.Line> getLines() {
        return getView().lines().stream().filter(l -> l.delivered() > 0).toList();
    }

    public BackKind[] getKinds() {
        return BackKind.values();
    }

    /** The order, read once per request of the browser. */
    public OrderQueries.View getView() {
        if (view == null) {
            view = queries.view(id);
        }
        return view;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Long getLine() {
        return line;
    }

    public void setLine(Long line) {
        this.line = line;
    }

    public Form getForm() {
        return form;
    }
}
