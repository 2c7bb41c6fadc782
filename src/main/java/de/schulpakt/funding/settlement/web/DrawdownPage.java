package de.schulpakt.funding.settlement.web;

import de.schulpakt.funding.settlement.DrawdownQueries;
import de.schulpakt.funding.settlement.Drawdowns;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Formats;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One drawdown: its lines, the devices behind them, and the steps it takes. */
@Named
@ViewScoped
public class DrawdownPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;
    @Inject
    transient Drawdowns drawdowns;
    @Inject
    transient DrawdownQueries queries;
    @Inject
    transient Formats fmt;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long id;
    private DrawdownQueries.View view;

    /** Reads the drawdown that the URL names. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? 0 : id);
            form.put("requestedOn", fmt.today());
            form.put("receivedCents", fmt.amount(view.grantCents()));
            form.put("correctedCents", fmt.amount(view.receivedCents()));
            form.put("correctedOn", view.receivedOn());
        });
    }

    /** Computes it anew of the same expenditures. */
    public String recompute() {
        return run("drawdown.anew", () -> drawdowns.recompute(id, new Drawdowns.Recompute(view.version())));
    }

    /** Records that it was sent. */
    public String request() {
        return run("drawdown.sent", () -> drawdowns.request(id, new Drawdowns.Request(view.version(), form.day("requestedOn"), form.text("reference"))));
    }

    /** Records the money that came. */
    public String receive() {
        return run("drawdown.came", () -> drawdowns.receive(id, new Drawdowns.Receive(view.version(), form.day("receivedOn"), form.cents("receivedCents"))));
    }

    /** Corrects the amount that came, and its day. */
    public String correct() {
        return run("drawdown.corrected", () -> drawdowns.correct(id, new Drawdowns.Correct(view.version(), form.cents("correctedCents"),
                form.text("correctReason"), form.day("correctedOn"))));
    }

    /** Records money that went back. */
    public String repay() {
        return run("drawdown.went_back", () -> drawdowns.repay(id, new Drawdowns.Repay(view.version(), form.day("repaidOn"),
                form.cents("repaidCents"), form.text("repayReason"))));
    }

    /** Gives it up. */
    public String cancel() {
        return run("drawdown.cancelled", () -> drawdowns.cancel(id, new Drawdowns.Cancel(view.version(), form.text("cancelReason"))));
    }

    private String run(String message, Runnable step) {
        String outcome = act.run(step, message, "drawdown?faces-redirect=true&id=" + id);
        if (outcome == null) {
            // after a conflict the next press sends what is there now
            act.show(() -> view = queries.view(id));
        }
        return outcome;
    }

    /** The first devices: a page holds no thousands, REST does. */
    public List<DrawdownQueries.Device> getDevices() {
        return view.devices().subList(0, Math.min(SHOWN, view.devices().size()));
    }

    /** The first lines. */
    public List<DrawdownQueries.Line> getLines() {
        return view.lines().subList(0, Math.min(SHOWN, view.lines().size()));
    }

    /** How many devices and lines the page leaves out. */
    public int getBeyond() {
        return Math.max(0, view.devices().size() - SHOWN) + Math.max(0, view.lines().size() - SHOWN);
    }

    public Form getForm() {
        return form;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public DrawdownQueries.View getView() {
        return view;
    }
}
