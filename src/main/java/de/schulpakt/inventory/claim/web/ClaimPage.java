package de.schulpakt.inventory.claim.web;

import de.schulpakt.inventory.claim.ClaimQueries;
import de.schulpakt.inventory.claim.Claims;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Language;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One claim: what for, how much, and what has become of it. */
@Named
@ViewScoped
public class ClaimPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Claims claims;
    @Inject
    transient ClaimQueries queries;
    @Inject
    transient Clock clock;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private Long id;
    private ClaimQueries.View view;
    private final Form form = new Form();

    /** Reads the claim. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? -1 : id);
            form.putIfAbsent("dueOn", view.dueOn());
            form.putIfAbsent("paidOn", clock.today());
            form.putIfAbsent("amount", Money.of(view.amountCents()).amount(language.getLocale()));
        });
    }

    /** The money has come. */
    public String pay() {
        return run(() -> claims.pay(id, new Claims.Pay(view.version(), form.day("paidOn"))), "claim.done.pay");
    }

    /** It is given up. */
    public String waive() {
        return run(() -> claims.waive(id, new Claims.Why(view.version(), form.text("note"))), "claim.done.waive");
    }

    /** Another amount or day. */
    public String correct() {
        return run(() -> claims.correct(id, new Claims.Correct(view.version(), form.cents("amount"), form.day("dueOn"), form.text("note"))), "claim.done.correct");
    }

    /** It is open again. */
    public String reopen() {
        return run(() -> claims.reopen(id, new Claims.Why(view.version(), form.text("note"))), "claim.done.reopen");
    }

    private String run(Runnable step, String done) {
        String outcome = act.run(step, done, "claim?faces-redirect=true&id=" + id);
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    public ClaimQueries.View getView() {
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
