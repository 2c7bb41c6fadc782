package de.schulpakt.identity.account.web;

import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.UserQueries;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One's own access tokens. */
@Named
@ViewScoped
public class TokensPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 90;
    @Inject
    transient Accounts accounts;
    @Inject
    transient UserQueries queries;
    @Inject
    transient Act act;
    private List<UserQueries.Token> tokens;
    private String label;
    private Integer days = USUAL_DAYS;
    private String made;

    /** Reads the tokens. */
    public void load() {
        act.show(() -> tokens = queries.tokens());
    }

    /** Makes a token and shows its secret this once. */
    public void create() {
        act.run(() -> {
            Accounts.NewToken token = accounts.createToken(new Accounts.CreateToken(label, days));
            made = token.token();
            label = null;
        }, null, null);
        load();
    }

    /** Ends a token. */
    public void revoke(Long id) {
        act.run(() -> accounts.revokeToken(id), "token.revoked", null);
        load();
    }

    public List<UserQueries.Token> getTokens() {
        return tokens;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public Integer getDays() {
        return days;
    }

    public void setDays(Integer days) {
        this.days = days;
    }

    /** The secret of the token just made, else null. */
    public String getMade() {
        return made;
    }
}
