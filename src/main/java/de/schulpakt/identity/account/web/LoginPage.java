package de.schulpakt.identity.account.web;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The page on which people sign in. */
@Named
@RequestScoped
public class LoginPage {
    @Inject
    SignIn signIn;
    @Inject
    SignIns signIns;
    @Inject
    ClientAddress address;
    @Inject
    CurrentUser current;
    @Inject
    Accounts accounts;
    @Inject
    Language language;
    @Inject
    DemoAccounts demo;
    @Inject
    SessionCookie cookie;
    private String login;
    private String password;
    private String next;

    /** Checks login and password; a new session id and a new secret are made, so that nobody can have planted them. */
    public void enter() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        Long user;
        signIn.from(address.of((HttpServletRequest) faces.getExternalContext().getRequest()));
        try {
            user = signIns.check(login == null ? "" : login.strip(), password == null ? "" : password);
        } catch (Refused why) {
            String text = Explained.of(why, language.getLocale()).orElseThrow().detail();
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
            return;
        }
        ExternalContext external = faces.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        cookie.begin(request, (HttpServletResponse) external.getResponse(), session);
        external.getSessionMap().put(SessionFilter.SESSION, accounts.begin(user, external.getRequestHeaderMap().get("User-Agent")));
        if (signIn.byId(user) && current.language() != null && !external.getRequestCookieMap().containsKey("lang")) {
            // this browser has made no choice of its own: the account's holds
            external.addResponseCookie("lang", current.language(), Map.of("path", "/", "httpOnly", true));
        }
        boolean local = next != null && next.startsWith("/") && !next.startsWith("//") && !next.contains("\\")
                && next.chars().noneMatch(Character::isISOControl);
        external.redirect(local ? next : "/index.xhtml");
    }

    /** The accounts of the demo, none in a real installation. */
    public List<DemoAccounts.Account> getDemoAccounts() {
        return demo.list(language.getLocale());
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
