package de.schulpakt.identity.factor.web;

import de.schulpakt.identity.account.web.SessionFilter;
import de.schulpakt.identity.factor.FactorProofs;
import de.schulpakt.identity.factor.FactorQueries;
import de.schulpakt.identity.factor.Factors;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Qr;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One's own second factor: set up, new recovery codes, switch off. */
@Named
@ViewScoped
public class FactorPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String SELF = "factor?faces-redirect=true";
    @Inject
    transient Factors factors;
    @Inject
    transient FactorProofs proofs;
    @Inject
    transient FactorQueries queries;
    @Inject
    transient Act act;
    private transient FactorQueries.State state;
    private transient boolean known;
    private boolean demanded;
    private String secret;
    private String address;
    private List<String> codes = List.of();
    private String code;

    /** Reads the own second factor. */
    public void load() {
        act.show(this::read);
    }

    /** Makes a secret and shows it this once, to be scanned or typed. */
    public void begin() {
        act.run(() -> {
            Factors.Setup setup = factors.begin();
            secret = setup.secret();
            address = setup.address();
        }, null, null);
        read();
    }

    /** Compares the first code of the device and shows the recovery codes this once. */
    public void confirm() {
        act.run(() -> {
            codes = List.copyOf(factors.confirm(new Factors.Prove(code)));
            secret = null;
            address = null;
            FacesContext.getCurrentInstance().getExternalContext().getSessionMap().remove(SessionFilter.ONLY);
        }, "factor.is_on", null);
        forget();
    }

    /** Shows new recovery codes this once. */
    public void renewCodes() {
        act.run(() -> codes = List.copyOf(proofs.renewCodes(new Factors.Prove(code))), null, null);
        forget();
    }

    /** The password alone is enough again. */
    public String switchOff() {
        String next = act.run(() -> proofs.switchOff(new Factors.Prove(code)), "factor.is_off", SELF);
        forget();
        return next;
    }

    private void forget() {
        code = null;
        read();
    }

    private void read() {
        state = queries.own().orElse(null);
        demanded = queries.ownIsDemanded();
        known = true;
    }

    /** The own second factor, null if there is none. */
    public FactorQueries.State getState() {
        if (!known) {
            read();
        }
        return state;
    }

    /** True if one of the own roles demands a second factor. */
    public boolean isDemanded() {
        return demanded;
    }

    /** The secret as it is typed, while a device is being set up. */
    public String getSecret() {
        return secret;
    }

    /** The QR code of the secret, while a device is being set up. */
    public Qr getQr() {
        return address == null ? null : Qr.of(address);
    }

    /** The recovery codes that were just made, else none. */
    public List<String> getCodes() {
        return codes;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
