package de.schulpakt.identity.account.web;

import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.identity.account.UserQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Language;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.List;

/** One's own account: name, mail address, language, theme, password, sessions. */
@Named
@ViewScoped
public class AccountPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String SELF = "account?faces-redirect=true";
    @Inject
    transient Accounts accounts;
    @Inject
    transient SignIns signIns;
    @Inject
    transient UserQueries queries;
    @Inject
    transient Act act;
    private transient UserQueries.Own own;
    private transient List<UserQueries.Session> sessions;
    private String name;
    private String email;
    private String language;
    private String theme;
    private String current;
    private String proof;
    private String password;

    /** Reads one's own account. */
    public void load() {
        act.show(() -> {
            name = getOwn().name();
            email = getOwn().email();
            language = getOwn().language();
            theme = getOwn().theme();
        });
    }

    /** Changes name, mail address, language and theme; the language holds from the next page on. */
    public String describe() {
        return act.run(() -> {
            signIns.describe(new Accounts.Describe(name, email, language, theme), proof);
            if (language != null) {
                ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
                Language.keep((HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse(), language);
            }
        }, "account.changed", SELF);
    }

    /** Changes the password; all other sessions and all tokens end. */
    public String changePassword() {
        return act.run(() -> signIns.changePassword(new SignIns.ChangePassword(current, password)), "account.password_changed", SELF);
    }

    /** Ends one session. */
    public String end(Long session) {
        return act.run(() -> accounts.endSession(session), "account.session_ended", SELF);
    }

    /** Ends all sessions but this, and all tokens. */
    public String endAllOthers() {
        return act.run(accounts::endAllOthers, "account.all_ended", SELF);
    }

    public UserQueries.Own getOwn() {
        if (own == null) {
            own = queries.own();
        }
        return own;
    }

    public List<UserQueries.Session> getSessions() {
        if (sessions == null) {
            sessions = queries.sessions();
        }
        return sessions;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getTheme() {
        return theme;
    }

    public void setTheme(String theme) {
        this.theme = theme;
    }

    public String getProof() {
        return proof;
    }

    public void setProof(String proof) {
        this.proof = proof;
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
