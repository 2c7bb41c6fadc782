package de.schulpakt.procurement.depreciation.web;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.depreciation.AssetAccounts;
import de.schulpakt.procurement.depreciation.AssetBookingQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** On which accounts an authority writes off. */
@Named
@ViewScoped
public class AssetAccountsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient AssetBookingQueries queries;
    @Inject
    transient AssetAccounts accounts;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long authority;
    private final Form form = new Form();
    private transient List<AssetBookingQueries.Accounts> rows;

    /** Reads what the address names. */
    public void load() {
        act.show(() -> {
            authority = authority == null ? Params.number(here.param("authority")) : authority;
            if (authority == null) {
                throw new NotFound("Authority", authority);
            }
            getRows();
        });
    }

    /** Says the accounts of a class. */
    public String say() {
        return act.run(() -> accounts.say(authority, new AssetAccounts.Say(form.choice(ModelKind.class, "kind"), form.text("asset"), form.text("depreciation"),
                form.text("disposal"), form.text("item"), form.text("dissolution"))), "depreciation.done.accounts", again());
    }

    /** Says them no longer. */
    public String drop(ModelKind kind) {
        return act.run(() -> accounts.drop(authority, new AssetAccounts.Drop(kind)), "depreciation.done.accounts", again());
    }

    private String again() {
        return "depreciation-accounts?faces-redirect=true&authority=" + authority;
    }

    /** True if the asker may say them. */
    public boolean isSaying() {
        return authority != null && guard.mayAuthority(DELIVERY_RECEIVE, authority);
    }

    /** What is said, read once per request of the browser. */
    public List<AssetBookingQueries.Accounts> getRows() {
        if (rows == null) {
            rows = queries.accounts(authority);
        }
        return rows;
    }

    /** Kinds to choose. */
    public List<ModelKind> getKinds() {
        return ModelKind.devices();
    }

    public Form getForm() {
        return form;
    }
}
