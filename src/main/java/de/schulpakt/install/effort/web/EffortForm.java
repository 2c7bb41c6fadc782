package de.schulpakt.install.effort.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.effort.Effort;
import de.schulpakt.install.effort.EffortQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What the ticket took that its page shows, and what is added to it. */
@Named
@ViewScoped
public class EffortForm implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Effort effort;
    @Inject
    transient EffortQueries queries;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private transient EffortQueries.Taken taken;
    private transient List<EffortQueries.Stock> stock;
    private final Form form = new Form();

    /** True if the asker works within the offices of the school's authority. */
    public boolean seen(Long schoolId) {
        return guard.may(Permission.INTERNAL_VIEW, schoolId);
    }

    /** What it took. */
    public EffortQueries.Taken of(Long ticket) {
        if (taken == null || !taken.ticketId().equals(ticket)) {
            taken = queries.of(ticket);
        }
        return taken;
    }

    /** What can be taken for it. */
    public List<EffortQueries.Stock> stock(Long ticket) {
        if (stock == null) {
            stock = queries.stockFor(ticket);
        }
        return stock;
    }

    /** The value of a choice. */
    public String key(EffortQueries.Stock one) {
        return one.storeId() + " " + one.unit() + " " + one.article();
    }

    public String use(Long ticket) {
        String key = form.text("material");
        EffortQueries.Stock what = stock(ticket).stream().filter(one -> key(one).equals(key)).findFirst().orElse(null);
        return run(ticket, () -> effort.use(ticket, new Effort.Use(what == null ? null : what.storeId(), what == null ? null : what.article(),
                what == null ? null : what.unit(), form.decimal("usedAmount"))), "effort.done.use");
    }

    public String spend(Long ticket) {
        return run(ticket, () -> effort.spend(ticket, new Effort.Spend(form.whole("minutesSpent"), form.day("workedOn"), form.text("timeNote"))), "effort.done.spend");
    }

    public String back(Long ticket) {
        return run(ticket, () -> effort.back(ticket, new Effort.Back(form.number("usedLine"), form.text("backReason"))), "effort.done.back");
    }

    public String unspend(Long ticket) {
        return run(ticket, () -> effort.unspend(ticket, new Effort.Back(form.number("timeLine"), form.text("unspendReason"))), "effort.done.back");
    }

    private String run(Long ticket, Runnable step, String done) {
        taken = null;
        stock = null;
        return act.run(step, done, "ticket?faces-redirect=true&id=" + ticket);
    }

    public Form getForm() {
        return form;
    }
}
