package de.schulpakt.identity.provider.web;

import de.schulpakt.identity.account.SignIns;
import de.schulpakt.identity.provider.ProviderAccounts;
import de.schulpakt.identity.provider.ProviderQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Language;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether the own account is connected with the identity provider, on its page. */
@Named
@ViewScoped
public class ProviderCard implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ACCOUNT = "account?faces-redirect=true";
    private static final Duration PROVED = Duration.ofMinutes(5);
    @Inject
    transient ProviderQueries queries;
    @Inject
    transient ProviderAccounts accounts;
    @Inject
    transient SignIns signIns;
    @Inject
    transient SignIns.Provider provider;
    @Inject
    transient Clock clock;
    @Inject
    transient Act act;
    @Inject
    transient Language language;
    private transient Optional<ProviderQueries.Own> own;
    private String proof;
    private String failed;

    /** True if there is a provider, or a connection that is left of one. */
    public boolean isShown() {
        return provider.on() || getOwn() != null;
    }

    /** What people call the provider. */
    public String getName() {
        return provider.name();
    }

    /** The connection; null if there is none. */
    public ProviderQueries.Own getOwn() {
        if (own == null) {
            own = queries.own();
        }
        return own.orElse(null);
    }

    /** Compares the password; for some minutes the way to the provider is open then. */
    public String prove() {
        return act.run(() -> {
            signIns.proveOwn(proof);
            FacesContext.getCurrentInstance().getExternalContext().getSessionMap().put(SignIns.LINK, clock.now().plus(PROVED));
        }, "provider.proved", ACCOUNT);
    }

    /** True while the way to the provider is open. */
    public boolean isProved() {
        return FacesContext.getCurrentInstance().getExternalContext().getSessionMap().get(SignIns.LINK) instanceof Instant until && clock.now().isBefore(until);
    }

    /** Ends the connection. */
    public String unlink() {
        return act.run(accounts::unlinkOwn, "provider.unlinked", ACCOUNT);
    }

    /** Why the account was not connected, as the address says it; null for what is no such reason. */
    public String getWhy() {
        return failed != null && SignIns.Provider.REASONS.contains(failed) ? Texts.get(language.getLocale(), failed) : null;
    }

    public String getFailed() {
        return failed;
    }

    public void setFailed(String failed) {
        this.failed = failed;
    }

    public String getProof() {
        return proof;
    }

    public void setProof(String proof) {
        this.proof = proof;
    }
}
