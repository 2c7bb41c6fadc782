package de.schulpakt.identity.account.web;

import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

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
    Entrance entrance;
    @Inject
    Instance<SignIns.Provider> provider;
    @Inject
    Language language;
    @Inject
    DemoAccounts demo;
    @Inject
    SessionCookie cookie;
    @Inject
    Clock clock;
    private String login;
    private String password;
    private String next;
    private String code;
    private String failed;

    /** Checks login and password; where the account has a second factor, its code is asked for next. */
    public void enter() throws IOException {
        ExternalContext external = external();
        signIn.from(address.of((HttpServletRequest) external.getRequest()));
        Long user = checked(() -> signIns.check(login == null ? "" : login.strip(), password == null ? "" : password));
        if (user == null) {
            return;
        }
        external.getSessionMap().remove(Entrance.OVER_PROVIDER);
        external.redirect(entrance.enter((HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse(), user, next));
    }

    /** Checks the code of the second factor of whoever is waited for. */
    public void prove() throws IOException {
        ExternalContext external = external();
        Waiting waiting = waiting();
        if (waiting == null) {
            checked(() -> {
                throw new Refused("login.code_late");
            });
            return;
        }
        signIn.from(address.of((HttpServletRequest) external.getRequest()));
        Long user = checked(() -> {
            signIns.prove(waiting.userId(), code == null ? "" : code);
            return waiting.userId();
        });
        if (user != null) {
            external.getSessionMap().remove(Waiting.NAME);
            begin(external, user);
        }
    }

    /** Back to login and password. */
    public void again() throws IOException {
        external().getSessionMap().remove(Waiting.NAME);
        external().redirect("/login.xhtml");
    }

    /** True while the password was right and the code is waited for. */
    public boolean isCodeAsked() {
        return waiting() != null;
    }

    private Waiting waiting() {
        ExternalContext external = external();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(Waiting.NAME) instanceof Waiting waiting && waiting.holds(clock.now())
                && cookie.holds(request, session) ? waiting : null;
    }

    private void begin(ExternalContext external, Long user) throws IOException {
        external.redirect(entrance.begin((HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse(), user, false, next));
    }

    /** What the work answers, or null with the reason on the page. */
    private Long checked(Supplier<Long> work) {
        try {
            return work.get();
        } catch (Refused why) {
            String text = Explained.of(why, language.getLocale()).orElseThrow().detail();
            FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
            return null;
        }
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }

    /** The name of the identity provider; null where there is none. */
    public String getProvider() {
        return provider.isResolvable() && provider.get().on() ? provider.get().name() : null;
    }

    /** True if the provider could not be reached just now. */
    public boolean isProviderAway() {
        return provider.isResolvable() && provider.get().away();
    }

    /** True right after leaving a session that had begun at the provider, where one may leave it, too. */
    public boolean isProviderLeft() {
        return SignOnServlet.LEFT.equals(failed) && provider.isResolvable() && provider.get().farewell() != null;
    }

    /** Why nobody came in over the provider, as the address says it; null for what is no such reason. */
    public String getWhy() {
        return failed != null && SignIns.Provider.REASONS.contains(failed) ? Texts.get(language.getLocale(), failed) : null;
    }

    public String getFailed() {
        return failed;
    }

    public void setFailed(String failed) {
        this.failed = failed;
    }

    /** The address that begins the way over the provider. */
    public String getSignOn() {
        return "/signon" + (Entrance.local(next) ? "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8) : "");
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

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
