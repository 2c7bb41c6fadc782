package de.schulpakt.install.effort.web;

import de.schulpakt.install.effort.EffortQueries;
import de.schulpakt.install.effort.Stores;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** A store: what is in it, what came, and what is done with it. */
@Named
@ViewScoped
public class StorePage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Stores stores;
    @Inject
    transient EffortQueries queries;
    @Inject
    transient Act act;
    private Long id;
    private EffortQueries.View view;
    private final Form form = new Form();

    /** Reads the store. */
    public void load() {
        act.show(() -> {
            view = queries.store(id == null ? -1 : id);
            form.putIfAbsent("name", view.name());
        });
    }

    public String receive() {
        return run(() -> stores.receive(id, new Stores.Receive(form.text("article"), form.text("unit"), form.decimal("amount"), form.cents("cost"), form.text("source"))),
                "store.done.receive");
    }

    public String move() {
        EffortQueries.Stock what = chosen("moved");
        return run(() -> stores.move(id, new Stores.Move(form.number("toStoreId"), what == null ? null : what.article(), what == null ? null : what.unit(),
                form.decimal("movedAmount"))), "store.done.move");
    }

    public String count() {
        EffortQueries.Stock what = chosen("countedArticle");
        return run(() -> stores.count(id, new Stores.Count(what == null ? null : what.article(), what == null ? null : what.unit(), form.decimal("counted"),
                form.text("countReason"))), "store.done.count");
    }

    /** Puts a receipt right. */
    public String correct() {
        EffortQueries.Lot lot = lot("correctedLot");
        return run(() -> stores.correct(lot == null ? -1 : lot.id(), new Stores.Correct(lot == null ? null : lot.version(), form.decimal("rightAmount"), form.cents("rightCost"),
                form.text("correctReason"))), "store.done.correct");
    }

    /** Says who paid. */
    public String pay() {
        EffortQueries.Lot lot = lot("paidLot");
        return run(() -> stores.pay(lot == null ? -1 : lot.id(), new Stores.Pay(lot == null ? null : lot.version(), form.number("budgetId"), form.text("payReason"))),
                "store.done.pay");
    }

    /** Another name. */
    public String change() {
        return run(() -> stores.change(id, new Stores.Change(view.version(), form.text("name"), view.closed())), "store.done.change");
    }

    /** Closes it, or opens it again. */
    public String close() {
        return run(() -> stores.change(id, new Stores.Change(view.version(), view.name(), !view.closed())), "store.done.change");
    }

    /** A line of what is in it: article and unit, as the choice names them. */
    private EffortQueries.Stock chosen(String field) {
        String key = form.text(field);
        return view.stock().stream().filter(one -> key(one).equals(key)).findFirst().orElse(null);
    }

    private EffortQueries.Lot lot(String field) {
        Long lot = form.number(field);
        return view.lots().stream().filter(one -> one.id().equals(lot)).findFirst().orElse(null);
    }

    /** The value of a choice. */
    public String key(EffortQueries.Stock one) {
        return one.unit() + " " + one.article();
    }

    private String run(Runnable step, String done) {
        String outcome = act.run(step, done, "store?faces-redirect=true&id=" + id);
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    public EffortQueries.View getView() {
        return view;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Form getForm() {
        return form;
    }
}
