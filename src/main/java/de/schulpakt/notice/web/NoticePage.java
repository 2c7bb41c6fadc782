package de.schulpakt.notice.web;

import de.schulpakt.identity.register.web.Links;
import de.schulpakt.notice.Notices;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The way from a notice to what it is about. */
@Named
@RequestScoped
public class NoticePage {
    @Inject
    Notices notices;
    @Inject
    Links links;
    @Inject
    Act act;
    private String id;

    /** Marks it as read and goes on to the page of its subject, or back to the inbox where there is none to see. */
    public void go() {
        act.show(() -> {
            Long number = Params.number(id);
            Notices.Target target = notices.open(number == null ? -1 : number);
            String page = links.of(target.type(), target.id(), target.no());
            try {
                FacesContext.getCurrentInstance().getExternalContext().redirect(page == null ? "/notice/inbox.xhtml" : page);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
