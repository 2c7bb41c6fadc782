package de.schulpakt.funding.inquiry.web;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.inquiry.Inquiries;
import de.schulpakt.funding.inquiry.InquirySide;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Formats;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The form that records a question about an application. */
@Named
@ViewScoped
public class InquiryNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Inquiries inquiries;
    @Inject
    transient ApplicationQueries applications;
    @Inject
    transient Guard guard;
    @Inject
    transient Formats fmt;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long application;
    private ApplicationQueries.View view;

    /** Reads the application that the URL names. */
    public void load() {
        act.show(() -> {
            view = applications.view(application == null ? 0 : application);
            form.put("askedOn", fmt.today());
        });
    }

    /** Records the question; its letter is attached on its page. */
    public String ask() {
        return act.run(() -> "inquiry?faces-redirect=true&id=" + inquiries.ask(new Inquiries.Ask(application, form.choice(InquirySide.class, "side"), form.text("subject"),
                form.text("words"), form.day("askedOn"), form.day("dueOn"))), "inquiry.done.ask");
    }

    /** True if the asker may do it. */
    public boolean isMayAsk() {
        return guard.mayAuthority(APPLICATION_EDIT, view.authorityId());
    }

    public InquirySide[] getSides() {
        return InquirySide.values();
    }

    public Form getForm() {
        return form;
    }

    public Long getApplication() {
        return application;
    }

    public void setApplication(Long application) {
        this.application = application;
    }

    public ApplicationQueries.View getView() {
        return view;
    }
}
