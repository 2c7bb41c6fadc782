package de.schulpakt.identity.account.web;

import de.schulpakt.identity.account.PasswordLinks;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.mail.MailSettings;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Language;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** The page on which people without a password set one over a link, or ask for such a link. */
@Named
@RequestScoped
public class LinkPage {
    @Inject
    PasswordLinks links;
    @Inject
    SignIns signIns;
    @Inject
    SignIn signIn;
    @Inject
    ClientAddress address;
    @Inject
    Language language;
    @Inject
    Act act;
    private String link;
    private String name;
    private String password;
    private boolean wished;
    private boolean looked;
    private PasswordLinks.Whose whose;
    private String problem;

    /** The link is known before the form is read: the form is there for a good link only. */
    @PostConstruct
    void read() {
        Map<String, String> sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        link = sent.getOrDefault("set:secret", sent.get("link"));
    }

    /** Asks for a link; the answer is the same for everybody. */
    public void forgot() {
        from();
        act.run(() -> {
            links.forgot(new PasswordLinks.Forgot(name));
            wished = true;
        }, null, null);
    }

    /** Sets the password. */
    public String set() {
        from();
        return act.run(() -> signIns.setPassword(new SignIns.SetPassword(link, password)), "link.password_set", "/login?faces-redirect=true");
    }

    /** Whose password the link of the address sets, null if it sets none. */
    public PasswordLinks.Whose getWhose() {
        if (!looked && isLinked()) {
            try {
                whose = links.whose(link);
            } catch (Refused why) {
                problem = Explained.of(why, language.getLocale()).orElseThrow().detail();
            }
        }
        looked = true;
        return whose;
    }

    /** Why the link of the address sets no password, null if it does. */
    public String getProblem() {
        return getWhose() == null ? problem : null;
    }

    /** True if the page was opened over a link. */
    public boolean isLinked() {
        return link != null && !link.isBlank();
    }

    /** True if the installation sends mail at all. */
    public boolean isMail() {
        return MailSettings.read().on();
    }

    public boolean isWished() {
        return wished;
    }

    private void from() {
        signIn.from(address.of((HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest()));
    }

    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
