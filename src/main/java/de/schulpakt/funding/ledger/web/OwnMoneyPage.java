package de.schulpakt.funding.ledger.web;

import static de.schulpakt.identity.Permission.OWN_MONEY_EDIT;

import de.schulpakt.funding.ledger.OwnMoney;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The list of own money, and the form of a new line of the household. */
@Named
@ViewScoped
public class OwnMoneyPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient OwnMoney money;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    @Inject
    transient Here here;
    private final Form form = new Form();

    /** Opens the line. */
    public String open() {
        return act.run(() -> {
            money.open(new OwnMoney.Open(form.number("authorityId"), form.whole("year"), form.text("account"),
                    form.text("title"), form.cents("amountCents"), form.text("reason")));
        }, "own_money.opened", "own-money?faces-redirect=true");
    }

    /** The authority that the list is narrowed down to, as the address says. */
    public String getAuthority() {
        return here.param("authority");
    }

    /** The form below sends this field, too; the list is narrowed down by its own form alone. */
    public void setAuthority(String ignored) {
        // only the address counts
    }

    public boolean isMayOpen() {
        return guard.may(OWN_MONEY_EDIT);
    }

    public Form getForm() {
        return form;
    }
}
