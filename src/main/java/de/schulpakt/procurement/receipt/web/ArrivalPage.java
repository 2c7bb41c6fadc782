package de.schulpakt.procurement.receipt.web;

import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.receipt.GoodsCheckAction;
import de.schulpakt.procurement.receipt.GoodsCheckQueries;
import de.schulpakt.procurement.receipt.GoodsChecks;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What has come for a school with one delivery: the school says whether all is here. Made for the phone. */
@Named
@ViewScoped
public class ArrivalPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient GoodsCheckQueries queries;
    @Inject
    transient GoodsChecks checks;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private Integer version;
    private final Form form = new Form();
    private transient GoodsCheckQueries.View view;

    /** Reads what the address names. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            version = getView().version();
            getView().lines().forEach(l -> {
                form.put("missing" + l.id(), l.missing() == 0 ? null : l.missing());
                form.put("broken" + l.id(), l.broken() == 0 ? null : l.broken());
                form.put("note" + l.id(), l.note());
            });
        });
    }

    /** All is here. */
    public String confirm() {
        return run(() -> checks.confirm(id, new GoodsChecks.Confirm(version, form.text("note"))), "goods_check.done.confirm");
    }

    /** Something is missing or broken. */
    public String report() {
        return run(() -> {
            List<GoodsChecks.Lack> lines = getView().lines().stream().map(l -> new GoodsChecks.Lack(l.id(), pieces("missing" + l.id()), pieces("broken" + l.id()),
                    form.text("note" + l.id()))).toList();
            checks.report(id, new GoodsChecks.Report(version, lines, form.text("note")));
        }, "goods_check.done.report");
    }

    /** It has been dealt with. */
    public String settle() {
        return run(() -> checks.settle(id, new GoodsChecks.Settle(version, form.text("settleNote"))), "goods_check.done.settle");
    }

    private Integer pieces(String field) {
        Integer number = form.whole(field);
        return number == null ? Integer.valueOf(0) : number;
    }

    private String run(Runnable work, String done) {
        String outcome = act.run(work, done, "arrival?faces-redirect=true&id=" + id);
        view = null;
        if (outcome == null) {
            // after a conflict the page shows the new state, and the next press answers that one
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    /** True if the asker answers for the school. */
    public boolean isAnswers() {
        return getView().actions().contains(GoodsCheckAction.REPORT);
    }

    /** What has come, read once per request of the browser. */
    public GoodsCheckQueries.View getView() {
        if (view == null) {
            if (id == null) {
                throw new NotFound("GoodsCheck", id);
            }
            view = queries.view(id);
        }
        return view;
    }

    public Form getForm() {
        return form;
    }
}
