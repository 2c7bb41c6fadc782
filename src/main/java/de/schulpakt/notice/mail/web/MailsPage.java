package de.schulpakt.notice.mail.web;

import de.schulpakt.notice.mail.MailAdmin;
import de.schulpakt.platform.mail.MailSettings;
import de.schulpakt.platform.mail.MailState;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Letters by mail, for administrators. */
@Named
@ViewScoped
public class MailsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient MailAdmin admin;
    @Inject
    transient Act act;
    private String mail;
    private String email;

    /** Has the letter that the URL names tried anew. */
    public String sendAgain() {
        return act.run(() -> {
            Long id = Params.number(mail);
            admin.sendAgain(id == null ? -1 : id);
        }, "mail.is_tried", "mails?faces-redirect=true");
    }

    /** Sends a letter to see whether mail works. */
    public String tryOut() {
        return act.run(() -> admin.tryOut(new MailAdmin.Try(email)), "mail.is_tried", "mails?faces-redirect=true");
    }

    /** True if there is a mail server. */
    public boolean isOn() {
        return MailSettings.read().on();
    }

    /** The mail server's name. */
    public String getHost() {
        return MailSettings.read().host();
    }

    public MailState[] getStates() {
        return MailState.values();
    }

    public String getMail() {
        return mail;
    }

    public void setMail(String mail) {
        this.mail = mail;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
